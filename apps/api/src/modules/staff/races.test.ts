import { and, eq } from 'drizzle-orm';
import { PgSelectBase } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as contract from '@zikao/contract/staff';
import { accounts } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { aCtx } from '#test/ctx';
import { anOfficer, aSession, type TestOfficer } from '#test/factories/identity';
import { dealWith } from './deal.ts';

let product: TestApp;
let one: TestOfficer;
let two: TestOfficer;
beforeAll(async () => {
  product = await createTestApp();
  // Only these two of the province are left.
  await product.services.db.update(accounts).set({ active: false }).where(eq(accounts.role, 'province'));
  one = await anOfficer(product, { role: 'province' });
  two = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());
beforeEach(async () => {
  for (const officer of [one, two]) {
    await product.services.db
      .update(accounts)
      .set({ active: true, role: 'province' })
      .where(eq(accounts.id, officer.id));
    officer.caller = await aSession(product, officer.id);
  }
});

const reason = '调离工作岗位';
const off = (by: TestOfficer, whom: TestOfficer) =>
  by.caller.call(contract.deactivateStaff, { params: { account: whom.id }, body: { reason } });
const left = () =>
  product.services.db.$count(accounts, and(eq(accounts.role, 'province'), eq(accounts.active, true)));

test('two of the province put each other out of use at once: one of them remains', async () => {
  const replies = await Promise.all([off(one, two), off(two, one)]);
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  expect(await left()).toBe(1);
});

test('who is out already, or elsewhere, does nothing more with a call that was let in before', async () => {
  const ctx = aCtx(product, { ...two, role: 'province' });
  const set = { role: 'auditor' } as const;
  const late = () => dealWith(ctx, one.id, 'change', () => ({ set, why: reason }));
  await off(one, two);
  await expect(late()).rejects.toMatchObject({ code: 'signedOut' });
  await product.services.db
    .update(accounts)
    .set({ active: true, role: 'auditor' })
    .where(eq(accounts.id, two.id));
  await expect(late()).rejects.toMatchObject({ code: 'signedOut' });
  expect(await left()).toBe(1);
});

test('control: without holding the staff each sees two, and none remains', async () => {
  const unlocked = vi.spyOn(PgSelectBase.prototype, 'for').mockReturnThis();
  try {
    let arrived = 0;
    let meet: () => void;
    const both = new Promise<void>((met) => void (meet = met));
    const outcome = async () => {
      if ((arrived += 1) === 2) meet();
      await both;
      return { set: { active: false }, why: reason };
    };
    const act = (by: TestOfficer, whom: TestOfficer) =>
      dealWith(aCtx(product, { ...by, role: 'province' }), whom.id, 'deactivate', outcome);
    await Promise.all([act(one, two), act(two, one)]);
  } finally {
    unlocked.mockRestore();
  }
  expect(await left()).toBe(0);
});
