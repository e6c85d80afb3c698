import { Link } from 'react-router';
import type { Queue } from '@zikao/contract/review';
import type { BulkResult, BulkRow } from '@zikao/contract/review-bulk';
import { Choice } from '#ui/Choice';
import { type Column, DataTable } from '#ui/DataTable';
import { formatMoment } from '#ui/dates';
import { Tag } from '#ui/Tag';
import { useCasePath } from './use-queue.ts';

interface Props {
  queue: Queue;
  rows: readonly BulkRow[];
  ticked: ReadonlySet<string>;
  /** What became of those that were sent. */
  results: readonly BulkResult[] | undefined;
  onTick: (id: string) => void;
}

export function BulkTable(props: Props) {
  const pathTo = useCasePath(props.queue);
  return (
    <DataTable
      caption="批量通过的预览"
      hideCaption
      dense
      columns={columnsOf(props, pathTo)}
      items={props.rows}
      keyOf={({ id }) => id}
    />
  );
}

function Said({ row, result }: { row: BulkRow; result: BulkResult | undefined }) {
  if (result)
    return (
      <>
        <Tag tone={result.approved ? 'ok' : 'no'}>{result.approved ? '已通过' : '没有通过'}</Tag>{' '}
        <span className="num">{result.said}</span>
      </>
    );
  if (row.excluded)
    return (
      <>
        <Tag tone="no">不能一起通过</Tag> {row.excluded}
      </>
    );
  return row.warnings.map((warning) => <div key={warning}>{warning}</div>);
}

const columnsOf = ({ ticked, results, onTick }: Props, pathTo: (id: string) => string): Column<BulkRow>[] => [
  {
    id: 'tick',
    title: '通过',
    cell: ({ id, name, excluded }) => (
      <Choice
        type="checkbox"
        checked={ticked.has(id)}
        disabled={Boolean(excluded) || results !== undefined}
        onChange={() => onTick(id)}
        label={<span className="hidden-text">通过{name}</span>}
      />
    ),
  },
  { id: 'name', title: '姓名', head: true, cell: ({ id, name }) => <Link to={pathTo(id)}>{name}</Link> },
  { id: 'number', title: '身份证号', cell: (row) => <span className="num">{row.maskedIdNumber}</span> },
  {
    id: 'at',
    title: '提交时间',
    cell: ({ submittedAt }) => (
      <time className="num" dateTime={submittedAt}>
        {formatMoment(submittedAt)}
      </time>
    ),
  },
  {
    id: 'said',
    title: results ? '结果' : '需要留意',
    cell: (row) => <Said row={row} result={results?.find(({ id }) => id === row.id)} />,
  },
];
