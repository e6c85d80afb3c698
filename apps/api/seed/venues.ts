import { USUAL_ROOM } from '@zikao/contract/venues';
import type { Db } from '#platform/database';
import { rooms, venues } from '#tables/seating';
import { readTable } from '#seed/read';

/** Where the exams are sat: so many usual rooms each, the first of them without steps. */
export async function seedVenues(db: Db): Promise<void> {
  for (const { code, district, name, address, rooms: count, accessible } of readTable('venues.csv')) {
    const [venue] = await db
      .insert(venues)
      .values({ code: code!, district: district!, name: name!, address: address! })
      .returning({ id: venues.id });
    await db.insert(rooms).values(
      Array.from({ length: Number(count) }, (_, at) => ({
        ...USUAL_ROOM,
        venue: venue!.id,
        no: String(at + 1).padStart(2, '0'),
        accessible: at < Number(accessible),
        position: at,
      })),
    );
  }
}
