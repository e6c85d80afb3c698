import { generatePath, Link } from 'react-router';
import { type Batch, batchLifecycle } from '@zikao/contract/score-imports';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { formatMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { Tag } from '#ui/Tag';
import { count } from './figures.ts';
import { BATCH_TONES } from './tones.ts';

const COLUMNS: Column<Batch>[] = [
  {
    id: 'no',
    title: '批次',
    head: true,
    cell: ({ id, no, session }) => (
      <Link to={generatePath(paths.scoreBatch, { session, batch: id })}>第 {no} 批</Link>
    ),
  },
  { id: 'name', title: '文件', cell: ({ name }) => <span className="scoring__file">{name}</span> },
  { id: 'rows', title: '行数', align: 'end', cell: ({ rows }) => count(rows) },
  { id: 'faults', title: '有问题', align: 'end', cell: (batch) => faulty(batch) },
  {
    id: 'state',
    title: '状态',
    cell: ({ state }) => <Tag tone={BATCH_TONES[state]}>{batchLifecycle.states[state]}</Tag>,
  },
  { id: 'by', title: '上传', cell: ({ by, at }) => `${by}，${formatMoment(at)}` },
];

const faulty = ({ result }: Batch) => (result ? count(result.rows - result.good) : '–');

export function BatchTable({ items }: { items: readonly Batch[] }) {
  return (
    <Card title="批次">
      <DataTable
        caption="成绩批次"
        hideCaption
        dense
        columns={COLUMNS}
        items={items}
        keyOf={({ id }) => id}
        empty={<EmptyState title="还没有上传成绩文件">在上面选择阅卷系统导出的文件。</EmptyState>}
      />
    </Card>
  );
}
