import { useQuery } from '@tanstack/react-query';
import { generatePath, Link, useSearchParams } from 'react-router';
import type { RoomInUse, SeatingReport, SeatingRun } from '@zikao/contract/seating';
import { listSeatedRooms } from '@zikao/contract/seating-runs';
import { query } from '#api/query';
import { Failure } from '#forms/Failure';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { Field } from '#ui/Field';
import { Select } from '#ui/Select';
import { Skeleton } from '#ui/Spinner';
import { slotText } from './names.ts';

/** The rooms of a venue in a half-day; what is chosen stands in the address. */
export function Rooms({ run, report }: { run: SeatingRun; report: SeatingReport }) {
  const [params, setParams] = useSearchParams();
  const used = new Set(report.byVenue.map(({ venue }) => venue));
  const venues = run.venues.filter(({ code }) => used.has(code));
  const venue = venues.find(({ id }) => id === params.get('venue')) ?? venues[0];
  const slots = run.slots.filter(({ no }) =>
    report.byVenue.some((one) => one.slot === no && one.venue === venue?.code),
  );
  const slot = slots.find(({ no }) => no === params.get('slot')) ?? slots[0];
  const set = (to: Record<string, string>) =>
    setParams({ ...Object.fromEntries(params), ...to }, { replace: true, preventScrollReset: true });
  if (!venue || !slot) return null;
  return (
    <Card title="各考场的座位">
      <div className="seating__choose">
        <Field label="考点">
          <Select
            placeholder={null}
            options={venues.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
            value={venue.id}
            onChange={({ target }) => set({ venue: target.value })}
          />
        </Field>
        <Field label="场次">
          <Select
            placeholder={null}
            options={slots.map((one) => ({ value: one.no, label: slotText(one) }))}
            value={slot.no}
            onChange={({ target }) => set({ slot: target.value })}
          />
        </Field>
      </div>
      <RoomTable run={run.id} venue={venue.id} slot={slot.no} />
    </Card>
  );
}

const columnsOf = (run: string, slot: string): Column<RoomInUse>[] => [
  {
    id: 'no',
    title: '考场',
    head: true,
    cell: ({ id, no }) => (
      <Link to={`${generatePath(paths.seatedRoom, { run, room: id })}?slot=${slot}`}>{no} 考场</Link>
    ),
  },
  { id: 'people', title: '考生', align: 'end', cell: ({ people }) => people },
  { id: 'capacity', title: '座位', align: 'end', cell: ({ capacity }) => capacity },
  {
    id: 'courses',
    title: '课程',
    cell: ({ courses }) =>
      courses.length > 1 ? `混编：${courses.join('、')}` : <span className="num">{courses[0]}</span>,
  },
];

function RoomTable({ run, venue, slot }: { run: string; venue: string; slot: string }) {
  const { data, error, refetch } = useQuery(
    query(listSeatedRooms, { params: { run }, query: { venue, slot } }),
  );
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  return (
    <DataTable
      caption="这一场用到的考场"
      hideCaption
      dense
      columns={columnsOf(run, slot)}
      items={data.items}
      keyOf={({ id }) => id}
      empty={<EmptyState title="这一场没有用到这个考点" />}
    />
  );
}
