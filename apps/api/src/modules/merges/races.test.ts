import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as contract from '@zikao/contract/merges';
import { getRecord } from '@zikao/contract/records';
import { admissionNumbers } from '#tables/identity';
import { merges } from '#tables/merges';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { anApprovedCandidate, anExam, DURING } from '#test/factories/enrolments';
import { anOfficer, aSession, type TestCandidate, type TestOfficer } from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { aScore, publish } from '#test/factories/scores';
import { mergeNumbers } from './merge.ts';

let product: TestApp;
let officer: TestOfficer;
let now: TestCandidate;
let before: TestCandidate;
let [kept, old]: [string, string] = ['', ''];
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  officer = await anOfficer(product, { district: 'T1' });
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  now = await anApprovedCandidate(product);
  before = await anApprovedCandidate(product);
  kept = await anAdmissionNumber(product, before.id);
  old = await anAdmissionNumber(product, now.id);
});

const body = (surviving = kept, absorbed = old) => ({
  surviving,
  absorbed,
  account: old,
  kept: {},
  reason: '核验身份证原件',
});
const mergesOf = () => product.services.db.select().from(merges).where(eq(merges.candidate, now.id));

test('twenty officers merge the same pair at once, in both directions: one merge, the others are told', async () => {
  const replies = await Promise.all(
    Array.from({ length: 20 }, async (_, i) =>
      (await aSession(product, officer.id)).call(contract.mergeNumbers, {
        body: i % 2 ? body() : body(old, kept),
      }),
    ),
  );
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, ...Array(19).fill(409)]);
  expect(await mergesOf()).toHaveLength(1);
  const numbers = await product.services.db
    .select()
    .from(admissionNumbers)
    .where(eq(admissionNumbers.candidate, now.id));
  expect(numbers.filter(({ mergedInto }) => mergedInto === null)).toHaveLength(1);
});

test('control: without holding the numbers two officers make each an alias of the other', async () => {
  const { db } = product.services;
  // What the verb does without its first line: look, then write.
  const unlocked = async (surviving: string, absorbed: string, looked: Promise<unknown>) => {
    const [row] = await db.select().from(admissionNumbers).where(eq(admissionNumbers.number, absorbed));
    await looked;
    if (row!.mergedInto === null)
      await db
        .update(admissionNumbers)
        .set({ mergedInto: surviving })
        .where(eq(admissionNumbers.number, absorbed));
  };
  const both = new Promise((done) => setImmediate(done));
  await Promise.all([unlocked(kept, old, both), unlocked(old, kept, both)]);
  const rows = await db.select().from(admissionNumbers).where(eq(admissionNumbers.number, old));
  const others = await db.select().from(admissionNumbers).where(eq(admissionNumbers.number, kept));
  expect([rows[0]!.mergedInto, others[0]!.mergedInto]).toEqual([kept, old]);
});

test('all or nothing: what fails at the end leaves nothing of it', async () => {
  const { db } = product.services;
  await db.execute(sql`alter table merges add constraint never check (false) not valid`);
  try {
    expect((await officer.caller.call(contract.mergeNumbers, { body: body() })).status).toBe(500);
  } finally {
    await db.execute(sql`alter table merges drop constraint never`);
  }
  expect(await mergesOf()).toEqual([]);
  const [row] = await db.select().from(admissionNumbers).where(eq(admissionNumbers.number, old));
  expect(row!.mergedInto).toBeNull();
  expect((await before.caller.call(getRecord)).status).toBe(200);
});

test.each(['the merge', 'the publication'])(
  'scores that come out while %s is under way are in the record once',
  async (first) => {
    await aScore(product, before.id, { course: 'T01', number: 88 });
    const ctx = aCtx(product, { ...officer, role: 'district' });
    let publication: Promise<void> | undefined;
    if (first === 'the merge')
      await ctx.db.transaction(async (tx) => {
        await mergeNumbers({ ...ctx, db: tx }, { body: body() } as never);
        publication = publish(product);
        await new Promise((done) => setTimeout(done, 50)); // let it run into the locks
      });
    else {
      publication = publish(product);
      await officer.caller.call(contract.mergeNumbers, { body: body() });
    }
    await publication;
    const { items } = (await now.caller.call(getRecord)).body;
    expect(items).toMatchObject([{ code: 'T01', score: '88' }]);
    expect(await mergesOf()).toHaveLength(1);
  },
);
