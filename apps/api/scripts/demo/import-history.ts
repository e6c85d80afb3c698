import { idNumberIndex } from '#modules/identity';
import { admissionNumbers } from '#tables/identity';
import { recordEntries } from '#tables/records';
import { XINING } from './people.ts';
import type { Stage } from './stage.ts';

export interface Imported {
  number: string;
  passed: { course: string; score: string; when: string; major?: string }[];
}

/** Records from before the platform, as an import brings them; they wait for their owner's registration. */
export async function importHistory(
  { services: { db, keys } }: Stage,
  idNumber: string,
  records: readonly Imported[],
): Promise<void> {
  for (const { number, passed } of records) {
    const imported = { number, district: XINING, origin: 'imported' } as const;
    await db
      .insert(admissionNumbers)
      .values({ ...imported, idNumberIndex: idNumberIndex(keys, idNumber) })
      .onConflictDoNothing();
    await db.insert(recordEntries).values(
      passed.map((entry) => ({
        admissionNumber: number,
        kind: 'passed' as const,
        origin: 'imported' as const,
        ...entry,
      })),
    );
  }
}
