import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sql } from 'drizzle-orm';
import { getRecord } from '@zikao/contract/records';
import { freezeRecord, lockRecord } from '#modules/records';
import { transaction } from '#platform/context';
import { problemOf } from '#platform/failures';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { anApplication, applicationTime } from '#test/factories/applications';
import { anApprovedCandidate, anExam, DURING } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { anAdmissionNumber, aPenalty } from '#test/factories/records';
import { loadApplicationCase } from './case.ts';
import { decideApplication } from './decide.ts';

let product: TestApp;
let ctx: ReturnType<typeof aCtx>;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
  await product.at(DURING);
  ctx = aCtx(product, { ...(await anOfficer(product, { role: 'province' })), role: 'province' });
});
afterAll(() => product.close());

/** An exemption that the district has passed on. */
async function aWaitingExemption() {
  const candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
  const answers = { course: 'T03', basis: 'diploma', district: 'T1', proof: [] };
  const id = await anApplication(product, candidate.id, { kind: 'exemption', state: 'province', answers });
  return { candidate, id };
}
const approve = (id: string) =>
  decideApplication(ctx, id, 1, { decision: 'approve' }).then(
    ({ state }) => state,
    (error: unknown) => problemOf(error).code,
  );
const recordOf = async ({ caller }: Awaited<ReturnType<typeof anApprovedCandidate>>) =>
  (await caller.call(getRecord)).body;

test('while nothing stands against it, an approval takes effect', async () => {
  const { candidate, id } = await aWaitingExemption();
  expect((await loadApplicationCase(ctx, id, 1)).blocked).toBeUndefined();
  expect(await approve(id)).toBe('approved');
  expect((await recordOf(candidate)).items).toMatchObject([{ code: 'T03', kind: 'exempted' }]);
});

test('a record that is transferred out after the submission takes no approval, and the officer sees why', async () => {
  const { candidate, id } = await aWaitingExemption();
  await freezeRecord(ctx, candidate.id, 'test', '甘肃省');
  expect((await loadApplicationCase(ctx, id, 1)).blocked).toContain('转出到甘肃省');
  expect(await approve(id)).toBe('conflict');
  expect((await recordOf(candidate)).items).toEqual([]);
});

test('a suspension that does not concern the kind does not stop it', async () => {
  const { candidate, id } = await aWaitingExemption();
  await aPenalty(product, candidate.id, { from: '2027-01-01', to: '2028-01-01' });
  expect(await approve(id)).toBe('approved');
});

test('an approval that begins while a transfer out commits waits for it, and is refused', async () => {
  const { candidate, id } = await aWaitingExemption();
  let decided: Promise<string> | undefined;
  await transaction(ctx, async (held) => {
    await lockRecord(held, candidate.id);
    await freezeRecord(held, candidate.id, 'race', '甘肃省');
    decided = approve(id);
    await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 5_000 });
  });
  expect(await decided).toBe('conflict');
  expect((await recordOf(candidate)).items).toEqual([]);
});

/** How many of this database's sessions wait for somebody's advisory lock. */
async function waiting(): Promise<number> {
  const { rows } = await product.services.db.execute<{ waiting: number }>(
    sql`select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event = 'advisory'`,
  );
  return rows[0]!.waiting;
}
