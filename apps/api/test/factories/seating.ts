import { eq } from 'drizzle-orm';
import type { SeatingState } from '@zikao/contract/seating';
import { encrypt } from '#platform/crypto';
import { sittings } from '#tables/enrolments';
import { rooms, seatingRooms, seatingRuns, seats, venues } from '#tables/seating';
import type { TestApp } from '#test/app';
import { SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';

type Room = Partial<typeof rooms.$inferInsert>;

let serial = 1;

/** A venue of a district with rooms of 5×6, or as given. */
export async function aVenue(
  { services: { db } }: TestApp,
  given: Partial<typeof venues.$inferInsert> & { rooms?: Room[] } = {},
): Promise<string> {
  const { rooms: list = [{}], ...venue } = given;
  const code = `V${String(serial++).padStart(3, '0')}`;
  const [row] = await db
    .insert(venues)
    .values({ district: 'T1', code, name: `测试考点 ${code}`, address: '测试路 1 号', ...venue })
    .returning({ id: venues.id });
  await db.insert(rooms).values(
    list.map((room, at) => ({
      venue: row!.id,
      no: String(at + 1).padStart(2, '0'),
      position: at,
      ...room,
    })),
  );
  return row!.id;
}

/** A run in some state with the rooms of the given venue, or those rooms added to a `run`, with nobody seated yet. */
export async function aRun(
  product: TestApp,
  venue: string,
  {
    session = SESSION,
    state = 'published',
    run: of,
  }: { session?: string; state?: SeatingState; run?: string } = {},
): Promise<{ run: string; rooms: string[] }> {
  const { db } = product.services;
  const run = of ?? (await made(product, session, state));
  const layout = await db.select().from(rooms).where(eq(rooms.venue, venue)).orderBy(rooms.position);
  const frozen = await db
    .insert(seatingRooms)
    .values(layout.map((room) => ({ ...room, id: undefined, run })))
    .returning({ id: seatingRooms.id });
  return { run, rooms: frozen.map(({ id }) => id) };
}

async function made(product: TestApp, session: string, state: SeatingState): Promise<string> {
  const { db, keys } = product.services;
  const by = await anOfficer(product, { role: 'province' });
  const [row] = await db
    .insert(seatingRuns)
    .values({
      session,
      no: serial++,
      state,
      seedHash: 'a'.repeat(64),
      seedSealed: encrypt(keys, 'seating.seed', 'seed'),
      by: by.id,
      ...(state === 'published' && { publishedAt: new Date() }),
    })
    .returning({ id: seatingRuns.id });
  return row!.id;
}

/** Seats for every sitting of an enrolment, at one seat number of one room. */
export async function areSeated(
  product: TestApp,
  { run, rooms: [first] }: { run: string; rooms: string[] },
  given: { candidate: string; enrolment: string; seat: number; room?: string; district?: string },
): Promise<void> {
  const { candidate, enrolment, seat, room = first!, district = 'T1' } = given;
  const { db } = product.services;
  const admissionNumber = await anAdmissionNumber(product, candidate);
  const own = await db.select().from(sittings).where(eq(sittings.enrolment, enrolment));
  await db.insert(seats).values(
    own.map(({ slot, course }) => ({
      run,
      enrolment,
      candidate,
      admissionNumber,
      district,
      slot,
      course,
      room,
      seat,
      plannedRoom: room,
      plannedSeat: seat,
    })),
  );
}
