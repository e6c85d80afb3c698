import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { listFrozenRecords } from '@zikao/contract/records';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { SearchForm } from '#ui/SearchForm';
import { Skeleton } from '#ui/Spinner';
import { FrozenTable } from './FrozenTable.tsx';
import './staff.css';

/** 考籍恢复: records that went to another province and were not taken there. */
export function FrozenPage() {
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listFrozenRecords.path, search],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(
        listFrozenRecords,
        { query: { ...(search && { search }), ...(cursor && { cursor }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  return (
    <div className="staff-page frozen">
      <PageTitle title="考籍恢复">
        <p>转入地不予接收的考生，持转出登记表办理。恢复后考籍解除冻结，考生可以继续在本省报考。</p>
      </PageTitle>
      <SearchForm
        className="frozen__filter"
        label="查找姓名、身份证号、准考证号"
        key={search}
        search={search}
        onSearch={(next) => setParams(next ? { search: next } : {}, { replace: true })}
      />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <FrozenTable
          items={data.pages.flatMap((page) => page.items)}
          empty={
            <EmptyState title={search ? '没有找到这名考生' : '没有转出冻结的考籍'}>
              {search && <p>请核对姓名、身份证号或准考证号。没有转出的考生不在这里。</p>}
            </EmptyState>
          }
        />
      )}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          显示更多
        </Button>
      )}
    </div>
  );
}
