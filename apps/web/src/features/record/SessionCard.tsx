import type { Score, ScoreSession } from '@zikao/contract/scores';
import { Card } from '#ui/Card';
import { formatLongDay } from '#ui/dates';
import { type Column, DataTable } from '#ui/DataTable';
import { Tag } from '#ui/Tag';

const COLUMNS: Column<Score>[] = [
  { id: 'name', title: '课程', head: true, cell: ({ name }) => name },
  { id: 'code', title: '代码', cell: ({ code }) => <span className="num">{code}</span> },
  { id: 'credits', title: '学分', align: 'end', cell: ({ credits }) => credits ?? '–' },
  { id: 'value', title: '成绩', align: 'end', cell: (score) => <Value score={score} /> },
  {
    id: 'passed',
    title: '是否合格',
    cell: ({ passed }) => <Tag tone={passed ? 'ok' : 'info'}>{passed ? '合格' : '不合格'}</Tag>,
  },
];

/** The scores of one session. */
export function SessionCard({ session: { name, publishedAt, items } }: { session: ScoreSession }) {
  return (
    <Card
      title={`${name}考试`}
      side={<span className="muted small num">{formatLongDay(publishedAt)} 公布</span>}
    >
      <DataTable
        caption={`${name}考试的成绩`}
        hideCaption
        columns={COLUMNS}
        items={items}
        keyOf={({ id }) => id}
      />
    </Card>
  );
}

/** A corrected one names the former value. */
function Value({ score: { value, corrected } }: { score: Score }) {
  return (
    <>
      <strong>{value}</strong>
      {corrected && (
        <div className="small muted">
          {formatLongDay(corrected.at)}更正，原为 {corrected.from}
        </div>
      )}
    </>
  );
}
