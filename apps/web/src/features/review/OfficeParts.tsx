import { type OfficeBoard, PROVINCE_OFFICE } from '@zikao/contract/oversight';
import { type Queue, QUEUES } from '@zikao/contract/review';
import { useNow } from './use-now.ts';
import { Card } from '#ui/Card';
import { DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { Days } from './Days.tsx';
import { listOf } from './list-links.ts';
import { ReasonTable } from './ReasonTable.tsx';
import { Totals } from './Totals.tsx';
import { periodColumns, waitingColumns } from './work-columns.tsx';

type QueueRow = OfficeBoard['queues'][number] & { lists: ReturnType<typeof listsOf> };

const listsOf = (queue: Queue, district: string | undefined) => ({
  pending: listOf(queue, 'pending', district),
  approved: listOf(queue, 'approved', district),
  rejected: listOf(queue, 'rejected', district),
});

/** What an office's figures are made of. */
export function OfficeParts({ board, period }: { board: OfficeBoard; period: string }) {
  const now = useNow();
  const { total, queues, officers, days, reasons } = board;
  const district = total.office === PROVINCE_OFFICE ? undefined : total.office;
  return (
    <>
      <Totals work={total} period={period} now={now} />
      <Card flush>
        <DataTable
          caption="按待办种类"
          dense
          columns={[
            { id: 'queue', title: '待办', head: true, cell: ({ queue }) => QUEUES[queue] ?? queue },
            ...waitingColumns<QueueRow>(now),
            ...periodColumns<QueueRow>(),
          ]}
          items={queues.map((row) => ({ ...row, lists: listsOf(row.queue, district) }))}
          keyOf={({ queue }) => queue}
        />
      </Card>
      <Days days={days} period={period} />
      <Card flush>
        <DataTable
          caption="工作人员"
          dense
          columns={[
            { id: 'name', title: '姓名', head: true, cell: ({ name }) => name },
            ...periodColumns<(typeof officers)[number]>(),
          ]}
          items={officers}
          keyOf={({ officer }) => officer}
          empty={<EmptyState title="这段时间没有人作出决定" />}
        />
      </Card>
      <section className="board__part" aria-labelledby="reasons-title">
        <h2 id="reasons-title">不通过原因</h2>
        <ReasonTable reasons={reasons} district={district} />
      </section>
    </>
  );
}
