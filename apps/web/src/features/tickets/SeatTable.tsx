import type { TicketLine } from '@zikao/contract/tickets';
import { type Column, DataTable } from '#ui/DataTable';
import { formatWeekday } from '#ui/dates';

const columns: Column<TicketLine>[] = [
  {
    id: 'course',
    title: '课程',
    head: true,
    cell: ({ course }) => (
      <>
        <span className="num">{course.code}</span> {course.name}
      </>
    ),
  },
  {
    id: 'time',
    title: '时间',
    cell: ({ slot }) => (
      <span className="num">
        {formatWeekday(`${slot.date}T00:00:00+08:00`)}{' '}
        <span className="ticket__time">
          {slot.start}–{slot.end}
        </span>
      </span>
    ),
  },
  {
    id: 'venue',
    title: '考点',
    cell: ({ venue }) => (
      <>
        {venue.name}
        <span className="muted small ticket__address">{venue.address}</span>
      </>
    ),
  },
  { id: 'room', title: '考场', cell: ({ room }) => <span className="num">{room}</span> },
  {
    id: 'seat',
    title: '座位',
    cell: ({ seat }) => <strong className="num">{String(seat).padStart(2, '0')}</strong>,
  },
];

/** Where to be, when: readable on a phone and aloud, which the picture of the paper is not. */
export function SeatTable({ lines }: { lines: readonly TicketLine[] }) {
  return (
    <DataTable
      caption="每门课程的时间、考点、考场和座位"
      hideCaption
      columns={columns}
      items={lines}
      keyOf={({ slot }) => slot.no}
    />
  );
}
