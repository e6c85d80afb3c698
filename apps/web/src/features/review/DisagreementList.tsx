import { generatePath } from 'react-router';
import { type Queue, QUEUES } from '@zikao/contract/review';
import type { Disagreement } from '@zikao/contract/spot-checks';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { Tag } from '#ui/Tag';
import { wordsOf } from './kinds.ts';

/** Both decisions side by side, and the way to the case. */
export function DisagreementList({ items }: { items: readonly Disagreement[] }) {
  if (items.length === 0) return <EmptyState title="没有不同的" />;
  return (
    <ul className="spot__apart">
      {items.map(({ task, queue, subject, no, office, first, second }) => (
        <li key={task}>
          <header className="spot__head">
            <h3>
              {QUEUES[queue] ?? queue} · {office}
              {no > 1 && ` · 第 ${no} 次提交`}
            </h3>
            <ButtonLink
              size="small"
              to={{ pathname: generatePath(paths.queueCase, { queue, id: subject }), search: 'state=all' }}
            >
              打开这一件
            </ButtonLink>
          </header>
          <div className="spot__looks">
            <Look title="原来的决定" queue={queue} look={first} />
            <Look title="复查" queue={queue} look={second} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Look({ title, queue, look }: { title: string; queue: Queue; look: Disagreement['first'] }) {
  const { decision, reasons, remark, by, at } = look;
  const { labels } = wordsOf(queue);
  return (
    <div>
      <p className="spot__look">
        <b>{title}</b>
        <Tag tone={decision === 'approve' ? 'ok' : 'no'}>{decision === 'approve' ? '通过' : '不通过'}</Tag>
        <span className="muted num">
          {by}，{formatMoment(at)}
        </span>
      </p>
      {reasons.length > 0 && (
        <ul className="case__reasons">
          {reasons.map(({ field, text }, index) => (
            <li key={index}>
              <b>{labels[field] ?? '其他'}</b>：{text}
            </li>
          ))}
        </ul>
      )}
      {remark && <p className="small muted">备注：{remark}</p>}
    </div>
  );
}
