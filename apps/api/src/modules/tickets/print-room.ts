import type { RoomPaper } from '@zikao/contract/prints';
import type { Slot } from '@zikao/contract/exams';
import { personOnFile, type PersonOnFile } from '#modules/candidates';
import { enrolledById } from '#modules/enrolments';
import { coursesOf, findProvince, sessionNames } from '#modules/exams';
import { printedPhoto } from '#modules/photos';
import { type Occupant, occupantsOf, type RoomInUse } from '#modules/seating';
import type { Services } from '#platform/context';
import type { Printed } from '#platform/print';
import { loadFacts, type TicketFacts } from './facts.ts';
import { printNotices } from './print-notices.ts';
import { rulesPage } from './rules-page.ts';
import { gridOf } from './seat-grid.ts';
import { seatText, slotText } from './words.ts';

export interface RoomToPrint {
  session: string;
  inUse: RoomInUse;
  slot: Slot;
  paper: RoomPaper;
  at: Date;
}

type Sitting = Occupant & { person: PersonOnFile };

/** A paper of one room in one half-day. `but`: enrolments whose 通知单 is printed elsewhere. Undefined: nothing to print. */
export async function printRoom(
  ctx: Services,
  { session, inUse, slot, paper, at }: RoomToPrint,
  but: ReadonlySet<string> = new Set(),
): Promise<(Printed & { enrolments: string[]; people: ReadonlySet<string> }) | undefined> {
  const occupants = (await occupantsOf(ctx, inUse.room.id, slot.no)).filter(
    ({ enrolment }) => paper !== 'notices' || !but.has(enrolment),
  );
  if (occupants.length === 0) return undefined;
  const enrolments = occupants.map(({ enrolment }) => enrolment);
  const printed =
    paper === 'notices'
      ? await printNotices(ctx, await factsOf(ctx, enrolments), { rules: await rulesPage(ctx), at })
      : await printList(ctx, { session, inUse, slot, paper, at }, occupants);
  return { ...printed, enrolments, people: new Set(occupants.map(({ candidate }) => candidate)) };
}

async function factsOf(ctx: Services, enrolments: readonly string[]): Promise<TicketFacts[]> {
  const found: TicketFacts[] = [];
  for (const id of enrolments) {
    const enrolled = await enrolledById(ctx, id);
    const facts = enrolled && (await loadFacts(ctx, enrolled));
    if (facts) found.push(facts);
  }
  return found;
}

async function printList(
  ctx: Services,
  { session, inUse, slot, paper, at }: RoomToPrint,
  occupants: readonly Occupant[],
): Promise<Printed> {
  const { room, venue } = inUse;
  const sittings: Sitting[] = [];
  for (const one of occupants) sittings.push({ ...one, person: await personOnFile(ctx, one.candidate) });
  const courses = await coursesOf(ctx, [...new Set(occupants.map(({ course }) => course))]);
  const pictures = paper === 'attendance' ? await photosOf(ctx, sittings) : {};
  const seats = sittings.map(({ seat, admissionNumber, course, enrolment, person }) => ({
    seat: seatText(seat),
    name: person.name,
    admissionNumber,
    idEnd: person.idNumber.slice(-4),
    code: course,
    course: courses.get(course)?.name ?? course,
    photo: `${enrolment}.jpg` in pictures ? `${enrolment}.jpg` : null,
  }));
  const data = {
    exam: `${(await findProvince(ctx))?.name ?? ''}高等教育自学考试`,
    session: (await sessionNames(ctx)).get(session) ?? session,
    venue: venue.name,
    room: room.no,
    slot: slotText(slot),
    columns: room.columns,
    courses: [...courses.values()].map(({ code, name }) => ({
      code,
      name,
      people: occupants.filter(({ course }) => course === code).length,
    })),
    seats,
    grid: gridOf(room, new Map(occupants.map(({ seat }, no) => [seat, seats[no]!]))),
  };
  return ctx.printer.print({ template: paper, data, pictures, at });
}

async function photosOf(ctx: Services, sittings: readonly Sitting[]): Promise<Record<string, Buffer>> {
  const pictures: Record<string, Buffer> = {};
  for (const { enrolment, person } of sittings) {
    const photo = person.photo && (await printedPhoto(ctx, person.photo));
    if (photo) pictures[`${enrolment}.jpg`] = photo;
  }
  return pictures;
}
