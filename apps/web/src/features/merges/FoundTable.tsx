import type { ReactNode } from 'react';
import { FOUND_BY, type FoundNumber } from '@zikao/contract/merges';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';

interface Props {
  items: readonly FoundNumber[];
  chosen: readonly string[];
  onChoose: (number: string) => void;
  empty: ReactNode;
}

const columnsOf = (chosen: readonly string[], onChoose: Props['onChoose']): Column<FoundNumber>[] => [
  {
    id: 'number',
    title: '准考证号',
    head: true,
    cell: ({ number, mergedInto }) => (
      <>
        <span className="num">{number}</span>
        {mergedInto && <small className="merges__minor">已并入 {mergedInto}</small>}
      </>
    ),
  },
  {
    id: 'holder',
    title: '姓名',
    cell: ({ holder, elsewhere }) => holder?.name ?? (elsewhere ? '其他考区的考生' : '还没有注册'),
  },
  {
    id: 'idNumber',
    title: '身份证号',
    cell: ({ holder }) => <span className="num">{holder?.maskedIdNumber ?? '—'}</span>,
  },
  { id: 'district', title: '考区', cell: ({ district }) => district },
  { id: 'origin', title: '来源', cell: ({ imported }) => (imported ? '历史考籍' : '平台核发') },
  { id: 'because', title: '为什么列出', cell: ({ because }) => FOUND_BY[because] },
  {
    id: 'act',
    title: '操作',
    cell: ({ number, mergedInto }) =>
      mergedInto ? (
        '—'
      ) : (
        <Button size="small" onClick={() => onChoose(number)}>
          {chosen.includes(number) ? '已选，取消' : '选入比较'}
          <span className="hidden-text">：{number}</span>
        </Button>
      ),
  },
];

/** Numbers that may be one person's, each to be chosen for comparing. */
export function FoundTable({ items, chosen, onChoose, empty }: Props) {
  return (
    <DataTable
      caption="可能属于同一人的准考证号"
      dense
      columns={columnsOf(chosen, onChoose)}
      items={items}
      keyOf={({ number }) => number}
      empty={empty}
    />
  );
}
