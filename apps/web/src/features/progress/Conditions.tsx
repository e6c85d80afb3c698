import type { Condition } from '@zikao/contract/progress';
import { type Column, DataTable } from '#ui/DataTable';
import { Tag } from '#ui/Tag';

const COLUMNS: Column<Condition>[] = [
  {
    id: 'label',
    title: '条件',
    head: true,
    cell: ({ label, detail, basis }) => (
      <>
        {label}
        <div className="small muted plan-code">{[detail, `依据：${basis}`].filter(Boolean).join('；')}</div>
      </>
    ),
  },
  {
    id: 'met',
    title: '情况',
    cell: ({ met }) => (met ? <Tag tone="ok">已满足</Tag> : <Tag tone="wait">还没有</Tag>),
  },
];

/** The conditions of graduation, each as met or not, with where it comes from. */
export function Conditions({ items }: { items: readonly Condition[] }) {
  return (
    <DataTable caption="毕业条件" hideCaption columns={COLUMNS} items={items} keyOf={({ key }) => key} />
  );
}
