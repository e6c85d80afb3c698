import type { Case } from '@zikao/contract/review';
import { Notice } from '#ui/Notice';
import { wordsOf } from './kinds.ts';

/** What the last submission was sent back for. */
export function PreviousReasons({
  shown: { queue, previousReasons },
}: {
  shown: Pick<Case, 'queue' | 'previousReasons'>;
}) {
  if (previousReasons.length === 0) return null;
  return (
    <Notice tone="wait" title="上次退回意见">
      <ul className="case__reasons">
        {previousReasons.map(({ field, text }, index) => (
          <li key={index}>
            <b>{wordsOf(queue).labels[field] ?? '其他'}</b>：{text}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
