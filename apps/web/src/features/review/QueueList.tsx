import { useQuery } from '@tanstack/react-query';
import { getCounts, type Queue, QUEUES } from '@zikao/contract/review';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { Button } from '#ui/Button';
import { Skeleton } from '#ui/Spinner';
import { ageText } from './ages.ts';
import { QueueFilter } from './QueueFilter.tsx';
import { SavedFilters } from './SavedFilters.tsx';
import { QueueItem } from './QueueItem.tsx';
import { useNow } from './use-now.ts';
import { useFilter, useQueue } from './use-queue.ts';

/** The cases of a queue, oldest first. */
export function QueueList({ queue, current }: { queue: Queue; current: string | undefined }) {
  const now = useNow();
  const list = useQueue(queue);
  const { filter } = useFilter();
  const { data: counts } = useQuery(query(getCounts, {}));
  const oldest = counts?.queues.find((one) => one.queue === queue)?.oldest;
  return (
    <section className={current ? 'queue queue--behind' : 'queue'} aria-label={`${QUEUES[queue]}列表`}>
      <h2 className="queue__head">
        {QUEUES[queue]}
        {oldest && `・最久 ${ageText(oldest, now)}`}
      </h2>
      <QueueFilter queue={queue} />
      <SavedFilters key={queue} queue={queue} />
      {list.error && (
        <div className="queue__wait">
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending && (
        <div className="queue__wait">
          <Skeleton lines={6} />
        </div>
      )}
      {list.data && list.items.length === 0 && (
        <p className="queue__none">
          {filter.search
            ? '没有找到。可按姓名、完整身份证号或准考证号查找。'
            : filter.state === 'pending'
              ? '全部审核完了。'
              : '还没有。'}
        </p>
      )}
      <ul className={list.isPlaceholderData ? 'queue__list queue__list--old' : 'queue__list'}>
        {list.items.map((head) => (
          <QueueItem key={head.id} queue={queue} head={head} current={head.id === current} now={now} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="queue__more">
          <Button size="small" wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            加载更多
          </Button>
        </div>
      )}
    </section>
  );
}
