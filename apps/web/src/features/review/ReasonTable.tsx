import { Link, type To } from 'react-router';
import type { ReasonUse } from '@zikao/contract/oversight';
import { QUEUES } from '@zikao/contract/review';
import { wordsOf } from './kinds.ts';
import { Bars } from '#ui/Bars';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { countText } from './count-text.ts';
import { rejectedIn } from './list-links.ts';

interface Props {
  reasons: readonly ReasonUse[];
  /** Whose list a reason leads to; the province's own and all of them have no district. */
  district?: string | undefined;
}

/** So many of them are drawn; the table has the rest. */
const DRAWN = 10;

/** 不通过原因: the most frequent as a picture, all of them in words, each leading to the list. */
export function ReasonTable({ reasons, district }: Props) {
  if (reasons.length === 0) return <EmptyState title="这段时间没有不通过的" />;
  return (
    <div className="board__pair">
      <Bars
        title="用得最多的原因"
        table="旁边的表"
        bars={reasons.slice(0, DRAWN).map((reason) => ({
          key: keyOf(reason),
          label: sayReason(reason),
          parts: [{ tone: 'plain', value: reason.uses }],
          text: countText(reason.uses),
        }))}
      />
      <Card flush>
        <DataTable
          caption="不通过原因，一次不通过可以有几条"
          dense
          columns={COLUMNS}
          items={reasons.map((reason) => ({ ...reason, to: rejectedIn(reason.queue, district) }))}
          keyOf={keyOf}
        />
      </Card>
    </div>
  );
}

const keyOf = ({ queue, field, label = '' }: ReasonUse) => `${queue} ${field} ${label}`;
const fieldOf = ({ queue, field }: ReasonUse) => wordsOf(queue).labels[field] ?? '其他';
const sayReason = (reason: ReasonUse) => reason.label ?? `${fieldOf(reason)}：自己写的`;

const COLUMNS: Column<ReasonUse & { to: To }>[] = [
  { id: 'reason', title: '原因', head: true, cell: sayReason },
  { id: 'field', title: '项目', cell: fieldOf },
  {
    id: 'queue',
    title: '待办',
    cell: ({ queue, to }) => <Link to={to}>{QUEUES[queue] ?? queue}</Link>,
  },
  { id: 'uses', title: '次数', align: 'end', cell: ({ uses }) => countText(uses) },
];
