import { useParams } from 'react-router';
import type { Queue } from '@zikao/contract/review';
import { Refused } from '#api/client';
import { Failure } from '#forms/Failure';
import { ButtonLink } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { CaseView } from './CaseView.tsx';
import { useQueueContext } from './QueuePage.tsx';
import { useCase } from './use-case.ts';
import { useCasePath } from './use-queue.ts';
import './case.css';

export function CasePage() {
  const { queue } = useQueueContext();
  const { id = '' } = useParams();
  return <OpenCase key={id} queue={queue} id={id} />;
}

function OpenCase({ queue, id }: { queue: Queue; id: string }) {
  const { data, error, refetch, put } = useCase(queue, id);
  const pathTo = useCasePath(queue);
  if (error instanceof Refused && error.problem.code === 'notFound')
    return (
      <div className="queue-start">
        <PageTitle title="没有这一件" hidden />
        <EmptyState title="没有这一件" actions={<ButtonLink to={pathTo()}>返回列表</ButtonLink>}>
          <p>它可能不属于本考区，或地址不完整。</p>
        </EmptyState>
      </div>
    );
  if (!data)
    return (
      <div className="queue-start">
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
      </div>
    );
  return <CaseView shown={data} reload={() => void refetch()} put={put} />;
}
