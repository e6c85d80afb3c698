import { DESK_ACT_NAMES } from '@zikao/contract/desk/papers';
import type { DeskAct } from '@zikao/contract/desk/shapes';
import { getReceipt } from '@zikao/contract/desk/endpoints';
import { pathOf } from '#api/client';
import { Card } from '#ui/Card';
import { formatLongMoment } from '#ui/dates';

/** What was done at the desk, by whom, and its receipts. */
export function ActsList({ acts }: { acts: readonly DeskAct[] }) {
  return (
    <Card title="现场办理记录">
      {acts.length === 0 && <p className="muted">还没有在现场办理过。</p>}
      {acts.length > 0 && (
        <ul className="desk__list">
          {acts.map(({ id, what, at, by }) => (
            <li key={id}>
              {DESK_ACT_NAMES[what]}
              <br />
              <span className="small muted">
                <span className="num">{formatLongMoment(at)}</span>，{by}
              </span>
              <br />
              <a href={pathOf(getReceipt, { params: { id } })} download={`${DESK_ACT_NAMES[what]}回执.pdf`}>
                下载回执（PDF）<span className="hidden-text">：{DESK_ACT_NAMES[what]}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
