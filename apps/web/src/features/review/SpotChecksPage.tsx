import { useInfiniteQuery } from '@tanstack/react-query';
import { listSpotChecks } from '@zikao/contract/spot-checks';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { DrawForm } from './DrawForm.tsx';
import { SpotCheckTable } from './SpotCheckTable.tsx';
import { useNow } from './use-now.ts';
import './board.css';
import './spot-checks.css';

/** 抽样复查: draw a sample, and see what came of those drawn before. */
export function SpotChecksPage() {
  const now = useNow();
  const list = useInfiniteQuery({
    queryKey: [listSpotChecks.path],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listSpotChecks, { query: cursor ? { cursor } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <div className="staff-page board">
      <PageTitle title="抽样复查" side={<ButtonLink to={paths.spotCheckWork}>去复查</ButtonLink>}>
        <p>随机抽取已经审核的，由别人只看当时提交的内容再审一次，不知道原来的决定，也不改变它。</p>
      </PageTitle>
      <DrawForm now={now} />
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {!items && !list.error && <Skeleton lines={4} />}
      {items && (
        <Card flush>
          <SpotCheckTable items={items} />
        </Card>
      )}
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            加载更多
          </Button>
        </div>
      )}
    </div>
  );
}
