import { useSearchParams } from 'react-router';
import { QUEUES, type Queue } from '@zikao/contract/review';
import { type Period, periodDays, PERIODS } from './periods.ts';
import { useNow } from './use-now.ts';

export interface BoardFilter {
  period: Period;
  queue: Queue | '';
}

/** What a board is narrowed to, in the address: it can be bookmarked, sent, and goes along when looking closer. */
export function useBoardFilter() {
  const [params, setParams] = useSearchParams();
  const now = useNow();
  const filter = readBoardFilter(params);
  return {
    filter,
    setFilter: (next: BoardFilter) => setParams(writeBoardFilter(next), { replace: true }),
    /** As the server asks for it. */
    asked: { ...periodDays(filter.period, now), ...(filter.queue && { queue: filter.queue }) },
    /** To be carried to the next page. */
    search: `${new URLSearchParams(writeBoardFilter(filter))}`,
  };
}

export function readBoardFilter(params: URLSearchParams): BoardFilter {
  const [period, queue] = [params.get('period') ?? '', params.get('queue') ?? ''];
  return {
    period: Object.hasOwn(PERIODS, period) ? (period as Period) : 'week',
    queue: Object.hasOwn(QUEUES, queue) ? queue : '',
  };
}

/** Only what differs from the usual. */
export function writeBoardFilter({ period, queue }: BoardFilter): Record<string, string> {
  return { ...(period !== 'week' && { period }), ...(queue && { queue }) };
}
