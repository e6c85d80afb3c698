import { asc, eq } from 'drizzle-orm';
import { accounts, admissionNumbers } from '#tables/identity';
import { type PenaltyDetails, recordEntries, standingEntries } from '#tables/records';
import { merges } from '#tables/merges';
import { anOfficer } from '#test/factories/identity';
import type { TestApp } from '#test/app';

type Entry = typeof recordEntries.$inferInsert;

/** An admission number of the candidate: the first there is, or one made for them; `another` makes one in any case. */
export async function anAdmissionNumber(
  { services: { db } }: TestApp,
  candidate: string,
  { another = false } = {},
): Promise<string> {
  const [first] = await db
    .select({ number: admissionNumbers.number })
    .from(admissionNumbers)
    .where(eq(admissionNumbers.candidate, candidate))
    .orderBy(asc(admissionNumbers.number));
  if (first && !another) return first.number;
  const [account] = await db.select().from(accounts).where(eq(accounts.id, candidate));
  const number = `9901271${String(serial++).padStart(5, '0')}`;
  const idNumberIndex = account!.idNumberIndex!;
  await db
    .insert(admissionNumbers)
    .values({ number, candidate, idNumberIndex, district: 'T1', origin: 'issued' });
  return number;
}
let serial = 1;

/** A 合档 on file, as if done in time: one more number of the candidate became an alias. */
export async function aMerge(
  product: TestApp,
  candidate: string,
  { surviving, district = 'T1' }: { surviving: string; district?: string },
): Promise<string> {
  const { db } = product.services;
  const absorbed = await anAdmissionNumber(product, candidate, { another: true });
  await db
    .update(admissionNumbers)
    .set({ mergedInto: surviving })
    .where(eq(admissionNumbers.number, absorbed));
  const { id: by } = await anOfficer(product, { district });
  const mark = { entries: '0', standings: '0', scores: 0 };
  const moved = {
    numbers: { numbers: [], accounts: [] },
    enrolments: [],
    applications: [],
    documents: [],
    mark,
  };
  const [row] = await db
    .insert(merges)
    .values({
      surviving,
      absorbed,
      candidate,
      district,
      otherDistrict: district,
      moved,
      reason: '核验身份证原件',
      by,
      undoUntil: new Date('2100-01-01T00:00:00Z'),
    })
    .returning({ id: merges.id });
  return row!.id;
}

/** A line in the candidate's 考籍, under a number made for it if there is none. */
export async function aRecordEntry(
  product: TestApp,
  candidate: string,
  entry: Pick<Entry, 'course' | 'kind'> & Partial<Entry>,
): Promise<string> {
  const admissionNumber = entry.admissionNumber ?? (await anAdmissionNumber(product, candidate));
  const [row] = await product.services.db
    .insert(recordEntries)
    .values({ admissionNumber, when: '2026 年 10 月', origin: 'scores', ...entry })
    .returning({ id: recordEntries.id });
  return row!.id;
}

/** A penalty on file. */
export async function aPenalty(
  product: TestApp,
  candidate: string,
  penalty: Partial<PenaltyDetails> = {},
): Promise<void> {
  const admissionNumber = await anAdmissionNumber(product, candidate);
  const details = { type: '作弊', courses: [], decision: '青考处〔2026〕7号', ...penalty };
  await product.services.db
    .insert(standingEntries)
    .values({ admissionNumber, kind: 'penalty', penalty: details });
}

/** 转出冻结. */
export async function aFrozenRecord(product: TestApp, candidate: string, province = '甘肃省'): Promise<void> {
  const admissionNumber = await anAdmissionNumber(product, candidate);
  await product.services.db
    .insert(standingEntries)
    .values({ admissionNumber, kind: 'transferOut', province });
}
