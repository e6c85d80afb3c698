import { Link } from 'react-router';
import type { Kind } from '@zikao/contract/applications/kind';
import type { ApplicationHead } from '@zikao/contract/applications/shapes';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { formatLongMoment } from '#ui/dates';
import { Tag } from '#ui/Tag';
import { APPLICATION_TONES } from '#ui/tones';
import { applicationPath } from './use-application.ts';

const columnsOf = (listed: string): Column<ApplicationHead>[] => [
  { id: 'no', title: '序号', cell: ({ no }) => <span className="num">{no}</span> },
  {
    id: 'at',
    title: '提交时间',
    cell: ({ submittedAt }) =>
      submittedAt ? (
        <time className="num" dateTime={submittedAt}>
          {formatLongMoment(submittedAt)}
        </time>
      ) : (
        <span className="muted">还没有提交</span>
      ),
  },
  { id: 'summary', title: listed, cell: ({ summary }) => summary || '–' },
  {
    id: 'state',
    title: '审核状态',
    cell: ({ state, stateName }) => <Tag tone={APPLICATION_TONES[state]}>{stateName}</Tag>,
  },
  {
    id: 'act',
    title: '操作',
    cell: ({ kind, id, no }) => (
      <Link to={applicationPath(kind, id)}>
        查看<span className="hidden-text">第 {no} 条</span>
      </Link>
    ),
  },
];

/** 序号, 提交时间, 变更内容, 审核状态, 操作: the applications of one kind. */
export function OwnList({ kind, items }: { kind: Kind; items: readonly ApplicationHead[] }) {
  const columns = columnsOf(kind.listed ?? '申请内容');
  return (
    <Card title={`我的${kind.title}`}>
      <DataTable
        caption={`我的${kind.title}`}
        hideCaption
        columns={columns}
        items={items}
        keyOf={({ id }) => id}
        empty={<p className="muted">还没有提交过{kind.title}。提交后可以在这里查看审核状态。</p>}
      />
    </Card>
  );
}
