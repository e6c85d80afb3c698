import type { Penalty } from '@zikao/contract/records';
import { Card } from '#ui/Card';
import { formatLongDay } from '#ui/dates';
import { Rows } from '#ui/Rows';

/** Penalties on file: what for, from when to when, by which decision. */
export function Penalties({ items }: { items: readonly Penalty[] }) {
  return (
    <Card title="处理决定">
      {items.map((penalty) => (
        <Rows key={penalty.id} title={penalty.type} rows={rowsOf(penalty)} />
      ))}
    </Card>
  );
}

function rowsOf({ decision, session, courses, from, to, delayedUntil, lifted }: Penalty) {
  return [
    { label: '决定文号', value: decision },
    ...(session ? [{ label: '考次', value: session }] : []),
    ...(courses.length ? [{ label: '课程', value: courses.join('、') }] : []),
    ...(from && to ? [{ label: '停考', value: `${formatLongDay(from)} 至 ${formatLongDay(to)}` }] : []),
    ...(delayedUntil ? [{ label: '延迟毕业', value: `至 ${formatLongDay(delayedUntil)}` }] : []),
    ...(lifted ? [{ label: '已撤销', value: lifted }] : []),
  ];
}
