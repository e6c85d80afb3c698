import { ORIGINS, RECORD_KINDS, type RecordEntry } from '@zikao/contract/records';
import { type Column, DataTable } from '#ui/DataTable';

const COLUMNS: Column<RecordEntry>[] = [
  { id: 'name', title: '课程', head: true, cell: ({ name }) => name },
  { id: 'code', title: '代码', cell: ({ code }) => <span className="num">{code}</span> },
  { id: 'score', title: '成绩', align: 'end', cell: ({ score }) => score ?? '–' },
  { id: 'credits', title: '学分', align: 'end', cell: ({ credits }) => credits ?? '–' },
  { id: 'kind', title: '方式', cell: ({ kind }) => RECORD_KINDS[kind] },
  { id: 'when', title: '时间', cell: ({ when }) => when },
  { id: 'origin', title: '来源', cell: ({ origin }) => ORIGINS[origin] },
];
const NUMBER: Column<RecordEntry> = {
  id: 'number',
  title: '准考证号',
  cell: ({ admissionNumber }) => <span className="num">{admissionNumber}</span>,
};

/** What counts, one line per course; with several admission numbers, under which it is filed. */
export function Entries({ items }: { items: readonly RecordEntry[] }) {
  const several = new Set(items.map(({ admissionNumber }) => admissionNumber)).size > 1;
  return (
    <DataTable
      caption="合格成绩"
      hideCaption
      columns={several ? [...COLUMNS, NUMBER] : COLUMNS}
      items={items}
      keyOf={({ id }) => id}
    />
  );
}
