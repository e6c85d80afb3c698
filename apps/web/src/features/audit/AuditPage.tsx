import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { listAudit } from '@zikao/contract/audit';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { AuditExport } from './AuditExport.tsx';
import { AuditFilter } from './AuditFilter.tsx';
import { AuditTable } from './AuditTable.tsx';
import { AuditVerification } from './AuditVerification.tsx';
import { queryOf, readFilter, type Typed, writeFilter } from './filter.ts';
import { PersonFinder } from './PersonFinder.tsx';
import './audit.css';

/** 审计记录, newest first; the filters are in the address, people in it by their account only. */
export function AuditPage() {
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const query = queryOf(filter);
  const entries = useInfiniteQuery({
    queryKey: [listAudit.path, query],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listAudit, { query: { limit: 50, ...query, ...(cursor && { cursor }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false, // looking is in the trail as well: not once per return to the window
  });
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(query).length > 0;
  const apply = (next: Partial<Typed>) => setParams(writeFilter({ ...filter, ...next }));
  return (
    <div className="staff-page audit">
      <PageTitle title="审计记录">
        <p>
          每次查看和修改个人资料都记在这里，只能增加，不能改动。您的查看和导出也记在其中，考生本人可以看到。
        </p>
      </PageTitle>
      <AuditVerification />
      <PersonFinder
        person={filter.person}
        found={entries.data?.pages[0]?.person}
        onChoose={(person) => apply({ person })}
      />
      <AuditFilter key={JSON.stringify(filter)} filter={filter} onApply={apply} />
      {entries.error && <Failure error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <Skeleton lines={8} />}
      {entries.data && (
        <>
          {items.length > 0 && <AuditExport query={query} />}
          <AuditTable
            items={items}
            onApply={apply}
            empty={
              <EmptyState title={filtered ? '没有符合条件的记录' : '还没有记录'}>
                {filtered && <p>各项条件须同时符合，可以减少条件或放宽时间再查找。</p>}
              </EmptyState>
            }
          />
        </>
      )}
      {entries.hasNextPage && (
        <Button busy={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
          加载更早的记录
        </Button>
      )}
    </div>
  );
}
