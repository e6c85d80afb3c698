import { sql } from 'drizzle-orm';
import { now } from '#platform/clock';
import type { Services } from '#platform/context';
import { province } from '#tables/exams';
import { calendarFrom } from '#seed/calendar';
import { seedCatalogue } from '#seed/catalogue';
import { seedProvince, seedSession, seedTexts, wordsOf } from '#seed/province';
import { seedWorkingDays } from '#seed/working-days';
import { seedStaff, type StaffMember } from '#seed/staff';
import { seedVenues } from '#seed/venues';

export interface Seeded {
  staff: StaffMember[];
}

/**
 * Fills an empty database with the province's data, once, in one transaction; of processes that start together one
 * does it and the others wait. Undefined: it was filled before. Dates are relative to the first start.
 */
export function seedOnce({ db, config }: Pick<Services, 'db' | 'config'>): Promise<Seeded | undefined> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7204519)`);
    await seedWorkingDays(tx);
    if ((await tx.select({ one: province.one }).from(province)).length) return undefined;
    const start = await now(tx);
    const calendar = calendarFrom(start);
    const words = wordsOf(calendar);
    await seedProvince(tx);
    await seedSession(tx, calendar);
    await seedVenues(tx);
    await seedTexts(tx, words, start);
    await seedCatalogue(tx, calendar, words);
    return { staff: await seedStaff(tx, config) };
  });
}
