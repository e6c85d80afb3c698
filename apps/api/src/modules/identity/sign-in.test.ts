import { afterAll, beforeAll, expect, test } from 'vitest';
import * as contract from '@zikao/contract/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { aCandidate, anOfficer } from '#test/factories/identity';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());

test('signs in by ID number in any spelling, and by mobile number', async () => {
  const { idNumber, phone, password } = await aCandidate(product, { name: '多杰才让' });
  for (const account of [idNumber, ` ${idNumber.toLowerCase()} `, phone, `+86 ${phone}`]) {
    const caller = createCaller(product);
    const answer = await caller.call(contract.signIn, { body: { account, password } });
    expect(answer.status).toBe(201);
    expect((await caller.call(contract.getSession)).body.session).toMatchObject({
      role: 'candidate',
      name: '多杰才让',
    });
  }
});

test('staff sign in at their own door, and sign out', async () => {
  const { username, password } = await anOfficer(product, { role: 'district', district: '01' });
  const caller = createCaller(product);
  const answer = await caller.call(contract.staffSignIn, { body: { username, password } });
  expect(answer.body).toMatchObject({ role: 'district', district: { code: '01' } });
  expect((await caller.call(contract.signOut)).status).toBe(204);
  expect((await caller.call(contract.getSession)).body.session).toBeNull();
});
