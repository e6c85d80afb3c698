import { eq, sql } from 'drizzle-orm';
import { profiles } from '#tables/candidates';
import { accounts } from '#tables/identity';
import { seatingRooms, seatingRuns, seats as table, venues } from '#tables/seating';
import { conditions, person } from './conditions.ts';
import { list, slotText } from './list.ts';

interface Row extends Record<string, unknown> {
  number: string;
  district: string;
  slot: string;
  course: string;
  venueCode: string;
  venue: string;
  room: string;
  seat: number;
}

/** The published seats of a session, as the rooms are gone through. */
export const seats = list<Row>({
  columns: ['名单准考证号', '考区', '场次', '课程代码', '课程', '考点代码', '考点', '考场', '座位号'],
  query: (ctx, asked) => sql`
    select ${person(profiles.name)}, ${table.admissionNumber} as "number", ${table.district} as "district",
      ${table.slot} as "slot", ${table.course} as "course", ${venues.code} as "venueCode", ${venues.name} as "venue",
      ${seatingRooms.no} as "room", ${table.seat} as "seat"
    from ${table} join ${seatingRuns} on ${seatingRuns.id} = ${table.run}
      join ${seatingRooms} on ${seatingRooms.id} = ${table.room} join ${venues} on ${venues.id} = ${seatingRooms.venue}
      join ${accounts} on ${accounts.id} = ${table.candidate} left join ${profiles} on ${profiles.id} = ${accounts.id}
    where ${conditions(ctx, asked, table, eq(seatingRuns.session, asked.session), eq(seatingRuns.state, 'published'))}
    order by ${table.slot}, ${venues.code}, ${seatingRooms.position}, ${table.seat}`,
  cells: ({ number, district, slot, course, venueCode, venue, room, seat }, names) => [
    number,
    names.districts.get(district) ?? district,
    slotText(names, district, slot),
    course,
    names.courses.get(course) ?? '',
    venueCode,
    venue,
    room,
    seat,
  ],
});
