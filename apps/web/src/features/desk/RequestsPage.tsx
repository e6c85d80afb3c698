import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { listDeskRequests } from '@zikao/contract/desk/endpoints';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { Tabs } from '#ui/Tabs';
import { RequestCard } from './RequestCard.tsx';
import './desk.css';

const TABS = [
  { id: 'open', label: '办理中' },
  { id: 'all', label: '全部' },
] as const;

/** 更换与释放: what waits for a second look or for its day, and everything before. */
export function RequestsPage() {
  const [params, setParams] = useSearchParams();
  const shown = params.get('show') === 'all' ? 'all' : 'open';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...keyOf(listDeskRequests), shown],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(
        listDeskRequests,
        { query: { open: shown === 'open' ? 'true' : 'false', ...(cursor && { cursor }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="staff-page desk">
      <PageTitle title="更换与释放">
        <p>现场受理的更换手机号和释放身份证号。需要复核的，请核对材料后由未经手的人复核。</p>
      </PageTitle>
      <Tabs
        label="显示"
        tabs={TABS}
        current={shown}
        onChange={(id) => setParams(id === 'all' ? { show: 'all' } : {}, { replace: true })}
      >
        <div className="stack">
          {error && <Failure error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Skeleton lines={6} />}
          {data && items.length === 0 && (
            <EmptyState title={shown === 'open' ? '没有正在办理的事项' : '还没有办理过'} />
          )}
          {items.map((request) => (
            <RequestCard key={request.id} request={request} onChange={() => void refetch()} />
          ))}
          {hasNextPage && (
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              显示更多
            </Button>
          )}
        </div>
      </Tabs>
    </div>
  );
}
