import { getRoomPaper, type PrintVenueRooms, ROOM_PAPERS, type RoomPaper } from '@zikao/contract/prints';
import { pathOf } from '#api/client';
import { Card } from '#ui/Card';
import { type Column, DataTable } from '#ui/DataTable';

type SlotInUse = PrintVenueRooms['slots'][number];
interface Room {
  venue: PrintVenueRooms['venue'];
  slot: string;
  no: string;
  people: number;
}
const PAPERS = Object.entries(ROOM_PAPERS) as [RoomPaper, string][];

const columns: Column<Room>[] = [
  { id: 'no', title: '考场', head: true, cell: ({ no }) => <span className="num">第 {no} 考场</span> },
  { id: 'people', title: '人数', cell: ({ people }) => <span className="num">{people}</span> },
  { id: 'papers', title: '打印', cell: (room) => <Papers room={room} /> },
];

/** The rooms of a half-day, each with its papers. */
export function SlotRooms({ venue, slot }: { venue: PrintVenueRooms['venue']; slot: SlotInUse }) {
  return (
    <Card title={slot.name}>
      <DataTable
        caption={`${slot.name}使用的考场`}
        hideCaption
        dense
        columns={columns}
        items={slot.rooms.map((room) => ({ ...room, venue, slot: slot.no }))}
        keyOf={({ no }) => no}
      />
    </Card>
  );
}

function Papers({ room: { venue, slot, no } }: { room: Room }) {
  return (
    <span className="prints__papers">
      {PAPERS.map(([paper, label]) => (
        <a
          key={paper}
          href={pathOf(getRoomPaper, { params: { id: venue.id, room: no, slot, paper } })}
          download={`${venue.name}-第${slot}场-第${no}考场-${label}.pdf`}
        >
          {label}
          <span className="hidden-text">：第 {no} 考场</span>
        </a>
      ))}
    </span>
  );
}
