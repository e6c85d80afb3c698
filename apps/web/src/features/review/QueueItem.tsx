import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { CaseHead, Queue } from '@zikao/contract/review';
import { sessionQuery } from '#api/session';
import { formatTime } from '#ui/dates';
import { Tag } from '#ui/Tag';
import { whenText } from './ages.ts';
import { STATE_TONES, wordsOf } from './kinds.ts';
import { useCasePath, useFilter } from './use-queue.ts';

interface Props {
  queue: Queue;
  head: z.output<typeof CaseHead>;
  current: boolean;
  now: number;
}

export function QueueItem({ queue, head, current, now }: Props) {
  const pathTo = useCasePath(queue);
  const { filter } = useFilter();
  const { data } = useQuery(sessionQuery);
  const waits = head.state === 'pending' || head.state === 'province';
  const province = data?.session?.role === 'province';
  return (
    <li>
      <Link className="queue__item" to={pathTo(head.id)} aria-current={current ? 'true' : undefined}>
        <span className="queue__name">
          <b>{head.name}</b>
          {filter.state !== 'pending' && (
            <Tag tone={STATE_TONES[head.state] ?? 'info'}>{wordsOf(queue).states[head.state]}</Tag>
          )}
          {waits && head.no > 1 && <Tag tone="wait">重新提交</Tag>}
          {head.state === 'pending' && head.photo === 'desk' && <Tag tone="no">待采集照片</Tag>}
        </span>
        <span className="queue__line num">
          <span>{head.admissionNumber ?? head.maskedIdNumber}</span>
          <time dateTime={head.submittedAt}>{whenText(head.submittedAt, now)}</time>
        </span>
        {province && <span className="queue__line">{head.district}</span>}
        {head.reserved && !head.claim && (
          <span className="queue__line">
            {head.reserved.mine ? '您退回过，优先由您审核' : `由${head.reserved.by}优先审核`}，至{' '}
            {formatTime(head.reserved.until)}
          </span>
        )}
        {head.claim && !head.claim.mine && (
          <span className="queue__line">
            {head.claim.by}正在审核，至 {formatTime(head.claim.until)}
          </span>
        )}
      </Link>
    </li>
  );
}
