import { SEAT_ORIGINS, type SeatedRoom } from '@zikao/contract/seating';
import { type Column, DataTable } from '#ui/DataTable';
import { EmptyState } from '#ui/EmptyState';
import { letterOf } from './grid.ts';

type Seat = SeatedRoom['seats'][number];

function columnsOf(room: SeatedRoom): Column<Seat>[] {
  const mixed = room.courses.length > 1;
  const moved = room.seats.some(({ origin }) => origin !== 'run');
  return [
    {
      id: 'seat',
      title: '座位',
      head: true,
      cell: ({ seat, name }) => (
        <>
          <span className="num">{seat}</span> {name}
        </>
      ),
    },
    {
      id: 'number',
      title: '准考证号',
      cell: ({ admissionNumber }) => <span className="num">{admissionNumber}</span>,
    },
    // In a room of one course the legend names it; a column that says it thirty times would take the names their room.
    ...(mixed ? [{ id: 'course', title: '课程', cell: ({ course }: Seat) => courseOf(room, course) }] : []),
    ...(moved ? [{ id: 'origin', title: '来源', cell: ({ origin }: Seat) => SEAT_ORIGINS[origin] }] : []),
  ];
}

function courseOf({ courses }: SeatedRoom, course: string): string {
  const at = courses.findIndex(({ code }) => code === course);
  return `${letterOf(at)} ${courses[at]?.name ?? course}`;
}

/** The same as the picture, seat by seat. */
export function SeatTable({ room }: { room: SeatedRoom }) {
  return (
    <DataTable
      caption="按座位号"
      hideCaption
      dense
      columns={columnsOf(room)}
      items={room.seats}
      keyOf={({ id }) => id}
      empty={<EmptyState title="这一场没有人坐在这个考场" />}
    />
  );
}
