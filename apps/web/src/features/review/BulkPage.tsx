import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { listCases, QUEUES } from '@zikao/contract/review';
import { MAX_BULK, previewBulk } from '@zikao/contract/review-bulk';
import { call } from '#api/client';
import { Failure } from '#forms/Failure';
import { ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { BulkForm } from './BulkForm.tsx';
import { useQueueContext } from './QueuePage.tsx';
import { filterQuery, useCasePath, useFilter } from './use-queue.ts';
import './bulk.css';

/** 批量通过: the oldest of the filtered list, who of them can be approved, and what to look at first. */
export function BulkPage() {
  const { queue, decides } = useQueueContext();
  const { filter } = useFilter();
  const pathTo = useCasePath(queue);
  const preview = useQuery({
    queryKey: [previewBulk.path, queue, filter],
    queryFn: async ({ signal }) => {
      const wanted = { ...filterQuery({ ...filter, state: 'pending' }), limit: MAX_BULK };
      const { items } = await call(listCases, { params: { queue }, query: wanted }, { signal });
      const ids = items.map(({ id }) => id);
      if (ids.length === 0) return [];
      return (await call(previewBulk, { params: { queue }, body: { ids } }, { signal })).rows;
    },
    // What was ticked must not change under the officer's hands.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (!decides) return <Navigate to={pathTo()} replace />;
  return (
    <div className="bulk">
      <PageTitle title={`批量通过${QUEUES[queue]}`} side={<ButtonLink to={pathTo()}>返回列表</ButtonLink>}>
        <p>按左侧的筛选条件，最早提交的最多 {MAX_BULK} 件。没有提醒的已经选好；有提醒的请先逐件查看。</p>
      </PageTitle>
      {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.isPending && <Skeleton lines={8} />}
      {preview.data?.length === 0 && (
        <EmptyState title="没有待审的了" actions={<ButtonLink to={pathTo()}>返回列表</ButtonLink>}>
          <p>按现在的筛选条件没有找到待审的。可以在左侧换一个条件。</p>
        </EmptyState>
      )}
      {preview.data && preview.data.length > 0 && (
        <BulkForm
          key={preview.dataUpdatedAt}
          queue={queue}
          rows={preview.data}
          onAgain={() => void preview.refetch()}
        />
      )}
    </div>
  );
}
