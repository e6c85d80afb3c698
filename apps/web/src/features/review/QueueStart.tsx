import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { getCounts, QUEUES } from '@zikao/contract/review';
import { permits } from '@zikao/contract/permissions';
import { query } from '#api/query';
import { sessionQuery } from '#api/session';
import { Failure } from '#forms/Failure';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { EmptyState } from '#ui/EmptyState';
import { PageTitle } from '#ui/PageTitle';
import { Skeleton } from '#ui/Spinner';
import { State } from '#ui/State';
import { ageText } from './ages.ts';
import { exportPath } from './export-path.ts';
import { useQueueContext } from './QueuePage.tsx';
import { useKeys } from './use-keys.ts';
import { useNext, useReloadQueue } from './use-next.ts';
import { useNow } from './use-now.ts';
import { useFilter } from './use-queue.ts';

/** A queue while no case is open: what waits, and the button that begins. */
export function QueueStart() {
  const { queue, showHelp } = useQueueContext();
  const { filter } = useFilter();
  const now = useNow();
  const { data, error, refetch } = useQuery(query(getCounts, {}));
  const { data: known } = useQuery(sessionQuery);
  const decides = permits('review.decide', known?.session?.role);
  const next = useNext(queue);
  const reload = useReloadQueue();
  useKeys({ ...(decides && { next: () => next.mutate() }) });
  const count = data?.queues.find((one) => one.queue === queue);

  return (
    <div className="queue-start">
      <PageTitle title={QUEUES[queue] ?? ''} hidden />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      <Problem error={next.error} />
      {count?.pending === 0 && (
        <EmptyState title="全部审核完了" actions={<Button onClick={() => void reload()}>刷新</Button>}>
          <p>{QUEUES[queue]}没有待审的了。回到这一页时会看到新提交的，也可以随时刷新。</p>
        </EmptyState>
      )}
      {count && count.pending > 0 && (
        <State
          title={`${count.pending} 件${QUEUES[queue]}待审`}
          actions={
            decides && (
              <>
                <Button look="primary" busy={next.isPending} onClick={() => next.mutate()}>
                  开始审核<kbd className="kbd">N</kbd>
                </Button>
                <Button onClick={showHelp}>
                  快捷键<kbd className="kbd">?</kbd>
                </Button>
              </>
            )
          }
        >
          <p>
            {count.oldest && `最久的一件等了 ${ageText(count.oldest, now)}。`}
            {decides ? '从最早提交的开始，也可以在列表中选择。' : '可以在列表中选择一件查看。'}
          </p>
        </State>
      )}
      {count && (
        <Link className="queue-start__export" to={exportPath(queue, filter)}>
          导出{QUEUES[queue]}名单
        </Link>
      )}
    </div>
  );
}
