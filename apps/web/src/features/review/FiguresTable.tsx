import type { Answer } from '@zikao/contract/endpoint';
import { QUEUES } from '@zikao/contract/review';
import type { Figures, getStatistics } from '@zikao/contract/review-statistics';
import { type Column, DataTable } from '#ui/DataTable';
import { rateText, secondsText } from './figures-text.ts';

type Row = Answer<typeof getStatistics>['rows'][number];

const MEASURES: { id: string; title: string; say: (figures: Figures) => string | number }[] = [
  { id: 'decided', title: '已审', say: ({ decided }) => decided },
  { id: 'approved', title: '通过', say: ({ approved }) => approved },
  { id: 'rejected', title: '不通过', say: ({ rejected }) => rejected },
  { id: 'median', title: '中位用时', say: ({ medianSeconds }) => secondsText(medianSeconds) },
  { id: 'rate', title: '首次通过率', say: ({ firstPassRate }) => rateText(firstPassRate) },
];

/** By queue, one's own figure and beside it the office's. */
export function FiguresTable({ rows, office }: { rows: readonly Row[]; office: string }) {
  return (
    <DataTable
      caption={`按待办种类：我 / ${office}`}
      dense
      columns={COLUMNS}
      items={rows}
      keyOf={({ queue }) => queue}
    />
  );
}

const COLUMNS: Column<Row>[] = [
  { id: 'queue', title: '待办', head: true, cell: ({ queue }) => QUEUES[queue] ?? queue },
  ...MEASURES.map(({ id, title, say }): Column<Row> => ({
    id,
    title,
    align: 'end',
    cell: ({ own, office }) => (
      <span className="num">
        <b>{say(own)}</b> / {say(office)}
      </span>
    ),
  })),
];
