import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { aFiledProfile, aFilingTime, DISTRICT, DURING } from '#test/factories/candidates';
import { anOfficer } from '#test/factories/identity';
import { decideProfile } from './index.ts';

const APPROVALS = 500;
/** More than there are connections, and few enough that the last in line is served before a pool gives up. */
const AT_ONCE = 50;

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
});
afterAll(() => product.close());

async function crowd<T>(work: (i: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  while (done.length < APPROVALS) {
    const first = done.length;
    done.push(...(await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => work(first + i)))));
  }
  return done;
}

test('500 approvals, fifty at once, give 500 different numbers, without a gap', async () => {
  const filed = await crowd(() => aFiledProfile(product));
  const { id, name } = await anOfficer(product, { district: DISTRICT });
  const ctx = aCtx(product, { id, name, role: 'district', district: DISTRICT });
  const decided = await crowd((i) => decideProfile(ctx, filed[i]!.id, 1, { decision: 'approve' }));
  const serials = decided.map(({ admissionNumber }) => Number(admissionNumber!.slice(-5)));
  expect(serials.toSorted((a, b) => a - b)).toEqual(Array.from({ length: APPROVALS }, (_, i) => i + 1));
}, 120_000);

test('negative control: read, then written without a lock, the same crowd gets numbers twice', async () => {
  const { db } = product.services;
  await db.execute(sql`create table unlocked (next integer not null)`);
  await db.execute(sql`insert into unlocked values (1)`);
  const serials = await crowd(() =>
    db.transaction(async (tx) => {
      const { rows } = await tx.execute<{ next: number }>(sql`select next from unlocked`);
      await tx.execute(sql`update unlocked set next = ${rows[0]!.next + 1}`);
      return rows[0]!.next;
    }),
  );
  expect(new Set(serials).size).toBeLessThan(APPROVALS);
});
