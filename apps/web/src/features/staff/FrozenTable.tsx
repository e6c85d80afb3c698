import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { FrozenRecord } from '@zikao/contract/records';
import { Button } from '#ui/Button';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment } from '#ui/dates';
import { RestoreDialog } from './RestoreDialog.tsx';

export type Frozen = z.output<typeof FrozenRecord>;

const COLUMNS: Column<Frozen>[] = [
  { id: 'name', title: '姓名', head: true, cell: ({ name }) => name },
  {
    id: 'number',
    title: '准考证号',
    cell: ({ admissionNumber }) => <span className="num">{admissionNumber}</span>,
  },
  {
    id: 'idNumber',
    title: '身份证号',
    cell: ({ maskedIdNumber }) => <span className="num">{maskedIdNumber}</span>,
  },
  { id: 'province', title: '转往', cell: ({ province }) => province },
  {
    id: 'since',
    title: '转出时间',
    cell: ({ since }) => (
      <time className="num" dateTime={since}>
        {formatLongMoment(since)}
      </time>
    ),
  },
  { id: 'act', title: '操作', cell: (record) => <Restore record={record} /> },
];

export function FrozenTable({ items, empty }: { items: readonly Frozen[]; empty: ReactNode }) {
  return (
    <DataTable
      caption="转出冻结的考籍，最近的在前"
      hideCaption
      dense
      columns={COLUMNS}
      items={items}
      keyOf={({ id }) => id}
      empty={empty}
    />
  );
}

function Restore({ record }: { record: Frozen }) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)}>
        考籍恢复<span className="hidden-text">：{record.name}</span>
      </Button>
      {asked && <RestoreDialog record={record} onClose={() => setAsked(false)} />}
    </>
  );
}
