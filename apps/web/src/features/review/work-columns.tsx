import type { WorkFigures } from '@zikao/contract/oversight';
import type { Figures } from '@zikao/contract/review-statistics';
import { Link, type To } from 'react-router';
import type { Column } from '#ui/DataTable';
import { ageText } from './ages.ts';
import { countText } from './count-text.ts';
import { rateText, secondsText } from './figures-text.ts';

const end = 'end' as const;

/** Where the figures of a row can be looked at one by one. */
interface Leads {
  lists?: { pending: To; approved: To; rejected: To };
}

const leading = (to: To | undefined, count: number) =>
  to && count > 0 ? <Link to={to}>{countText(count)}</Link> : countText(count);

/** What waits and what was decided lately. */
export function waitingColumns<Row extends WorkFigures & Leads>(now: number): Column<Row>[] {
  return [
    {
      id: 'pending',
      title: '待审',
      align: end,
      cell: ({ lists, pending }) => leading(lists?.pending, pending),
    },
    {
      id: 'oldest',
      title: '最久',
      align: end,
      cell: ({ oldest }) => (oldest ? ageText(oldest, now) : '—'),
    },
    { id: 'today', title: '今天已审', align: end, cell: ({ pace }) => countText(pace.today) },
    { id: 'week', title: '7 天', align: end, cell: ({ pace }) => countText(pace.week) },
    { id: 'month', title: '30 天', align: end, cell: ({ pace }) => countText(pace.month) },
  ];
}

/** The figures of the period. */
export function periodColumns<Row extends { figures: Figures } & Leads>(): Column<Row>[] {
  return [
    { id: 'decided', title: '期间已审', align: end, cell: ({ figures }) => countText(figures.decided) },
    {
      id: 'approved',
      title: '通过',
      align: end,
      cell: ({ lists, figures }) => leading(lists?.approved, figures.approved),
    },
    {
      id: 'rejected',
      title: '不通过',
      align: end,
      cell: ({ lists, figures }) => leading(lists?.rejected, figures.rejected),
    },
    { id: 'rate', title: '首次通过率', align: end, cell: ({ figures }) => rateText(figures.firstPassRate) },
    {
      id: 'median',
      title: '中位用时',
      align: end,
      cell: ({ figures }) => secondsText(figures.medianSeconds),
    },
  ];
}
