import { idNumberIndex } from '#modules/identity';
import { admissionNumbers } from '#tables/identity';
import { type PenaltyDetails, recordEntries, standingEntries } from '#tables/records';
import { XINING } from './people.ts';
import type { Stage } from './stage.ts';

type Columns = typeof recordEntries.$inferInsert;
type Entry = Pick<Columns, 'course' | 'when'> &
  Partial<Pick<Columns, 'kind' | 'score' | 'major' | 'courseName' | 'credits' | 'origin'>> & {
    /** Taken back since, and why. */
    reversed?: string;
  };

export interface Imported {
  number: string;
  entries: Entry[];
  penalty?: PenaltyDetails;
  /** Transferred out to. */
  out?: string;
}

/** Records from before the platform, as an import brings them; they wait for their owner's registration. */
export async function importHistory(
  { services: { db, keys } }: Stage,
  idNumber: string,
  records: readonly Imported[],
): Promise<void> {
  for (const { number: admissionNumber, entries, penalty, out } of records) {
    const imported = { number: admissionNumber, district: XINING, origin: 'imported' } as const;
    await db
      .insert(admissionNumbers)
      .values({ ...imported, idNumberIndex: idNumberIndex(keys, idNumber) })
      .onConflictDoNothing();
    for (const { reversed, ...entry } of entries) {
      const filed = { admissionNumber, kind: 'passed', origin: 'imported', ...entry } as const;
      const [written] = await db.insert(recordEntries).values(filed).returning({ id: recordEntries.id });
      if (reversed)
        await db
          .insert(recordEntries)
          .values({ ...filed, kind: 'reversal', reverses: written!.id, reason: reversed });
    }
    if (penalty) await db.insert(standingEntries).values({ admissionNumber, kind: 'penalty', penalty });
    if (out) await db.insert(standingEntries).values({ admissionNumber, kind: 'transferOut', province: out });
  }
}
