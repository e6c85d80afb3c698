import { type Release, releaseLifecycle } from '@zikao/contract/score-imports';
import { formatLongMoment } from '#ui/dates';
import { count } from './figures.ts';

/** Earlier ones, each in a line. */
export function Releases({ items }: { items: readonly Release[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="scoring__history">
      {items.map((release) => (
        <li key={release.id} className="num">
          {line(release)}
        </li>
      ))}
    </ul>
  );
}

function line({ state, scores, proposedBy, confirmedBy, publishedAt, withdrawnAt, reason }: Release): string {
  const people = `${proposedBy}提出${confirmedBy ? `，${confirmedBy}确认` : ''}`;
  const at = publishedAt ?? withdrawnAt;
  return `${at ? `${formatLongMoment(at)} ` : ''}${releaseLifecycle.states[state]} ${count(scores)} 条（${people}）${reason ? `：${reason}` : ''}`;
}
