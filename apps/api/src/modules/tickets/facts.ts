import type { TicketLine } from '@zikao/contract/tickets';
import { type PersonOnFile, personOnFile } from '#modules/candidates';
import type { Enrolled } from '#modules/enrolments';
import { coursesOf, districtName, sessionNames } from '#modules/exams';
import { seatsOf } from '#modules/seating';
import type { Ctx } from '#platform/context';
import { blindIndex } from '#platform/crypto';

/** Everything a candidate's paper says of them. */
export interface TicketFacts {
  enrolment: string;
  session: { id: string; name: string };
  district: string;
  person: PersonOnFile;
  admissionNumber: string;
  lines: TicketLine[];
  /** Print of the above, 8 bytes in base64url: another one as soon as anything of it changes. */
  version: string;
}

/** Undefined: no published seat. */
export async function loadFacts(
  ctx: Pick<Ctx, 'db' | 'keys'>,
  enrolled: Enrolled,
): Promise<TicketFacts | undefined> {
  const seats = await seatsOf(ctx, enrolled.session, enrolled.candidate);
  const [first] = seats;
  if (!first) return undefined;
  const courses = await coursesOf(
    ctx,
    seats.map(({ course }) => course),
  );
  const facts = {
    enrolment: enrolled.id,
    session: {
      id: enrolled.session,
      name: (await sessionNames(ctx)).get(enrolled.session) ?? enrolled.session,
    },
    district: await districtName(ctx, enrolled.district ?? first.venue.district),
    person: await personOnFile(ctx, enrolled.candidate),
    admissionNumber: first.admissionNumber,
    lines: seats.map(({ slot, course, venue, room, seat }) => ({
      slot,
      course: { code: course, name: courses.get(course)?.name ?? course },
      venue: { name: venue.name, address: venue.address },
      room: room.no,
      seat,
    })),
  };
  return { ...facts, version: versionOf(ctx, facts) };
}

// Keyed: eight bytes on paper must not let anybody try out ID numbers.
const versionOf = ({ keys }: Pick<Ctx, 'keys'>, facts: object) =>
  blindIndex(keys, 'ticket', JSON.stringify(facts)).subarray(0, 8).toString('base64url');
