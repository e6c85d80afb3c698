import { eq } from 'drizzle-orm';
import type { Mapping } from '@zikao/contract/score-imports';
import { USUAL_SPELLINGS } from '@zikao/contract/score-imports';
import * as contract from '@zikao/contract/score-office';
import { SESSION } from '#test/factories/enrolments';
import { scoreBatches } from '#tables/scores';
import type { TestApp } from '#test/app';
import type { Caller } from '#test/caller';

type Line = readonly (string | number)[];

/** 准考证号,姓名,课程代码,成绩 as an office's system writes it. */
export const aScoreFile = (lines: readonly Line[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    ['准考证号,姓名,课程代码,成绩', ...lines.map((line) => line.join(','))].join('\r\n'),
  );
export const MAPPING: Mapping = { number: 0, name: 1, course: 2, value: 3, marks: USUAL_SPELLINGS };

/** Uploaded by an officer; nothing is mapped yet. */
export async function anUpload(
  office: Caller,
  lines: readonly Line[],
  { session = SESSION, name = '成绩.csv' } = {},
): Promise<string> {
  const { status, body } = await office.call(contract.uploadScores, {
    params: { session },
    query: { name },
    body: aScoreFile(lines),
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

/** Uploaded and checked. */
export async function aCheckedBatch(
  product: TestApp,
  office: Caller,
  lines: readonly Line[],
  { replaces = false, mapping = MAPPING, session = SESSION } = {},
): Promise<string> {
  const batch = await anUpload(office, lines, { session });
  await office.call(contract.checkScoreBatch, { params: { batch }, body: { mapping, replaces } });
  await product.settle();
  return batch;
}

/** Uploaded, checked and accepted. */
export async function anAcceptedBatch(
  product: TestApp,
  office: Caller,
  lines: readonly Line[],
  options: { replaces?: boolean; session?: string } = {},
): Promise<string> {
  const batch = await aCheckedBatch(product, office, lines, options);
  const { status, body } = await office.call(contract.acceptScoreBatch, {
    params: { batch },
    body: { withoutFaulty: false },
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return batch;
}

/** A batch as a row, in any state, for what only moves it. */
export async function aBatch(
  { services: { db } }: TestApp,
  by: string,
  given: Partial<typeof scoreBatches.$inferInsert> = {},
): Promise<string> {
  const [row] = await db
    .insert(scoreBatches)
    .values({
      session: SESSION,
      no: (serial -= 1),
      name: '成绩.csv',
      file: '0'.repeat(64),
      bytes: 1,
      rows: 1,
      format: 'csv',
      columns: ['准考证号', '姓名', '课程代码', '成绩'],
      by,
      result: { rows: 1, good: 0, faults: {}, replaces: false, changes: 0 },
      ...given,
    })
    .returning({ id: scoreBatches.id });
  return row!.id;
}
// Downwards from far above: what is uploaded counts on from the highest.
let serial = 1_000_000;

export const batchState = async ({ services: { db } }: TestApp, id: string) =>
  (await db.select().from(scoreBatches).where(eq(scoreBatches.id, id)))[0]!.state;
