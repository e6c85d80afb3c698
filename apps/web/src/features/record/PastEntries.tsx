import { type PastEntry, RECORD_KINDS } from '@zikao/contract/records';
import { Card } from '#ui/Card';
import { formatLongDay } from '#ui/dates';
import { type Column, DataTable } from '#ui/DataTable';

const COLUMNS: Column<PastEntry>[] = [
  { id: 'name', title: '课程', head: true, cell: ({ name }) => <s>{name}</s> },
  {
    id: 'code',
    title: '代码',
    cell: ({ code }) => <s className="num">{code}</s>,
  },
  { id: 'score', title: '成绩', align: 'end', cell: ({ score }) => (score ? <s>{score}</s> : '–') },
  { id: 'kind', title: '方式', cell: ({ kind }) => <s>{RECORD_KINDS[kind]}</s> },
  { id: 'when', title: '时间', cell: ({ when }) => <s>{when}</s> },
  { id: 'why', title: '原因', cell: (entry) => why(entry) },
];

/** What stays on file but does not count any more, struck, with the reason. */
export function PastEntries({ items }: { items: readonly PastEntry[] }) {
  return (
    <Card title="不再计入的记录">
      <p className="muted">档案只增不改：撤销或更正的记录仍然保留，并写明原因。</p>
      <div className="past">
        <DataTable
          caption="不再计入的记录"
          hideCaption
          columns={COLUMNS}
          items={items}
          keyOf={({ id }) => id}
        />
      </div>
    </Card>
  );
}

function why({ because, reason, reversedAt }: PastEntry): string {
  if (because === 'bettered') return '同一课程已有更好或更新的成绩';
  if (because === 'failed') return '考核不合格';
  return `${reversedAt ? `${formatLongDay(reversedAt)}撤销：` : ''}${reason ?? ''}`;
}
