import { useQuery } from '@tanstack/react-query';
import { generatePath, Link, useNavigate, useSearchParams } from 'react-router';
import { getCounts, QUEUES } from '@zikao/contract/review';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button, ButtonLink } from '#ui/Button';
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
  const { queue, decides, showHelp } = useQueueContext();
  const { filter } = useFilter();
  const now = useNow();
  const { data, error, refetch } = useQuery(query(getCounts, {}));
  const next = useNext(queue);
  const reload = useReloadQueue();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const bulk = { pathname: generatePath(paths.queueBulk, { queue }), search: params.toString() };
  useKeys({ ...(decides && { next: () => next.mutate(), bulk: () => void navigate(bulk) }) });
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
                <ButtonLink to={bulk}>
                  批量通过<kbd className="kbd">B</kbd>
                </ButtonLink>
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
