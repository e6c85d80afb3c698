import { generatePath, Link } from 'react-router';
import { QUEUES } from '@zikao/contract/review';
import { REVIEWERS, type SpotCheck, spotCheckLifecycle } from '@zikao/contract/spot-checks';
import { paths } from '#paths';
import { type Column, DataTable } from '#ui/DataTable';
import { formatDay, formatMoment } from '#ui/dates';
import { EmptyState } from '#ui/EmptyState';
import { Tag } from '#ui/Tag';
import { kappaText } from './agreement-text.ts';
import { rateText } from './figures-text.ts';

export function SpotCheckTable({ items }: { items: readonly SpotCheck[] }) {
  return (
    <DataTable
      caption="抽取过的"
      dense
      columns={COLUMNS}
      items={items}
      keyOf={({ id }) => id}
      empty={<EmptyState title="还没有抽取过">在上面选好范围和数量，抽取第一批。</EmptyState>}
    />
  );
}

/** What it was drawn from: `3月1日至3月8日，西宁市，基本信息`. */
export function scopeText({ from, to, district, queue }: SpotCheck): string {
  const days = from === to ? formatDay(from) : `${formatDay(from)}至${formatDay(to)}`;
  return [days, district ?? '全部考区', queue ? (QUEUES[queue] ?? queue) : '全部待办'].join('，');
}

const COLUMNS: Column<SpotCheck>[] = [
  {
    id: 'at',
    title: '抽取',
    head: true,
    cell: ({ id, at }) => (
      <Link to={generatePath(paths.spotCheck, { spotCheck: id })}>{formatMoment(at)}</Link>
    ),
  },
  { id: 'scope', title: '范围', cell: scopeText },
  { id: 'reviewers', title: '由谁复查', cell: ({ reviewers }) => REVIEWERS[reviewers] },
  { id: 'by', title: '抽取人', cell: ({ by }) => by },
  {
    id: 'state',
    title: '状态',
    cell: ({ state }) => (
      <Tag tone={state === 'open' ? 'wait' : 'info'}>{spotCheckLifecycle.states[state]}</Tag>
    ),
  },
  {
    id: 'looked',
    title: '已复查',
    align: 'end',
    cell: ({ size, agreement }) => `${agreement.looked}/${size}`,
  },
  { id: 'rate', title: '一致率', align: 'end', cell: ({ agreement }) => rateText(agreement.rate) },
  { id: 'kappa', title: 'Kappa', align: 'end', cell: ({ agreement }) => kappaText(agreement.kappa) },
];
