import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { listAudit } from '@zikao/contract/audit';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { AuditFilter } from './AuditFilter.tsx';
import { AuditTable } from './AuditTable.tsx';
import { AuditVerification } from './AuditVerification.tsx';
import './audit.css';

/** 审计记录, newest first; the filters are in the address. */
export function AuditPage() {
  const [params, setParams] = useSearchParams();
  const filter = { actor: params.get('actor') ?? '', subject: params.get('subject') ?? '' };
  const entries = useInfiniteQuery({
    queryKey: [listAudit.path, filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(
        listAudit,
        {
          query: {
            limit: 50,
            ...(filter.actor && { actor: filter.actor }),
            ...(filter.subject && { subject: filter.subject }),
            ...(cursor && { cursor }),
          },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Boolean(filter.actor || filter.subject);

  function apply(next: typeof filter) {
    setParams(Object.fromEntries(Object.entries(next).filter(([, value]) => value)), { replace: true });
  }
  return (
    <div className="staff-page audit">
      <PageTitle title="审计记录">
        <p>每次查看和修改个人资料都记在这里，只能增加，不能改动。</p>
      </PageTitle>
      <AuditVerification />
      <AuditFilter key={JSON.stringify(filter)} filter={filter} onApply={apply} />
      {entries.error && <Failure error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.isPending && <Skeleton lines={8} />}
      {entries.data && (
        <AuditTable
          items={items}
          empty={
            <EmptyState title={filtered ? '没有符合条件的记录' : '还没有记录'}>
              {filtered && <p>按操作人全名和对象编号查找，须与记录完全一致。</p>}
            </EmptyState>
          }
        />
      )}
      {entries.hasNextPage && (
        <Button busy={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
          加载更早的记录
        </Button>
      )}
    </div>
  );
}
