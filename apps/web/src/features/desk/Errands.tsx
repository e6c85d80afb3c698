import { generatePath, Link } from 'react-router';
import type { DeskPerson } from '@zikao/contract/desk/shapes';
import { paths } from '#paths';
import { Card } from '#ui/Card';

const WHAT = { visit: '登记现场审核', handOver: '领取告知单', review: '审核' } as const;

/** What waits for this person elsewhere in the workspace: on-site papers, letters, cases. */
export function Errands({ errands }: { errands: DeskPerson['errands'] }) {
  return (
    <Card title="待办">
      {errands.length === 0 && <p className="muted">没有等待审核或现场核对材料的事项。</p>}
      {errands.length > 0 && (
        <ul className="desk__list">
          {errands.map(({ id, queue, title, what }) => (
            <li key={id}>
              <Link to={generatePath(paths.queueCase, { queue, id })}>
                {title}：{WHAT[what]}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
