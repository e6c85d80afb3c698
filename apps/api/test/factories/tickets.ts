import { and, eq, ne } from 'drizzle-orm';
import type { CourseChoice } from '@zikao/contract/enrolments';
import { profiles } from '#tables/candidates';
import { windows } from '#tables/exams';
import { accounts } from '#tables/identity';
import type { TestApp } from '#test/app';
import { aPicture } from '#test/factories/candidates';
import { anApprovedCandidate, anEnrolment, SESSION } from '#test/factories/enrolments';
import type { TestCandidate } from '#test/factories/identity';
import { areSeated } from '#test/factories/seating';
import { anOfficer } from '#test/factories/identity';
import { venues } from '#tables/seating';
import { prints } from '#tables/tickets';

export const PRINT_OPENS = '2027-04-10T01:00:00Z';
export const PRINT_CLOSES = '2027-04-18T09:00:00Z';
/** A moment in which tickets are printed. */
export const PRINTING = '2027-04-12T02:00:00Z';

/** The printing window of the tests' session; of a district of its own with `district`. */
export async function aPrintingTime(
  { services: { db } }: TestApp,
  { district, opensAt = PRINT_OPENS }: { district?: string; opensAt?: string } = {},
): Promise<void> {
  // The seed's own session is printed at another time, which would be nearer.
  await db.delete(windows).where(and(eq(windows.function, 'print'), ne(windows.session, SESSION)));
  const closesAt = new Date(PRINT_CLOSES);
  await db.insert(windows).values({
    session: SESSION,
    function: 'print',
    opensAt: new Date(opensAt),
    closesAt,
    ...(district && { district }),
  });
}

export interface Seated extends TestCandidate {
  enrolment: string;
}

/** A candidate whose enrolment was approved, with a seat in the first room of a run for each of its courses. */
export async function aSeatedCandidate(
  product: TestApp,
  run: { run: string; rooms: string[] },
  given: {
    seat: number;
    name?: string;
    district?: string;
    courses?: CourseChoice[];
    photo?: Buffer;
    room?: string;
  },
): Promise<Seated> {
  const { seat, name, district = 'T1', courses, photo, room } = given;
  const { db } = product.services;
  const candidate = await anApprovedCandidate(product, { district });
  const { id } = candidate;
  if (name) await db.update(accounts).set({ name }).where(eq(accounts.id, id));
  const picture = await aPicture(product, id, 'photo', photo);
  await db.update(profiles).set({ photo: picture }).where(eq(profiles.id, id));
  const enrolment = await anEnrolment(product, id, {
    state: 'approved',
    district,
    ...(courses && { courses }),
  });
  await areSeated(product, run, { candidate: id, enrolment, seat, district, ...(room && { room }) });
  return { ...candidate, enrolment, ...(name && { name }) };
}

/** 成批打印 of a venue, as its district asked for it. */
export async function aPrint(
  product: TestApp,
  venue: string,
  given: Partial<typeof prints.$inferInsert> = {},
): Promise<string> {
  const { db } = product.services;
  const [found] = await db.select().from(venues).where(eq(venues.id, venue));
  const { district, name } = found!;
  const officer = await anOfficer(product, { district });
  const [row] = await db
    .insert(prints)
    .values({
      session: SESSION,
      venue,
      venueName: name,
      district,
      paper: 'door',
      total: 1,
      by: officer.id,
      byName: officer.name,
      ...given,
    })
    .returning({ id: prints.id });
  return row!.id;
}
