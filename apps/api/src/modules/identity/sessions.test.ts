import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '@zikao/contract/identity';
import { hashToken } from '#platform/crypto';
import { sessions } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { aCandidate, anOfficer } from '#test/factories/identity';

let product: TestApp;
let caller: Caller;
const START = Date.parse('2027-03-08T02:00:00Z');
const after = (minutes: number) => product.at(new Date(START + minutes * 60_000));
const iso = (minutes: number) => new Date(START + minutes * 60_000).toISOString();

beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());
beforeEach(async () => {
  await after(0);
  caller = createCaller(product);
});

async function signedInCandidate() {
  const { phone: account, password } = await aCandidate(product);
  await caller.call(contract.signIn, { body: { account, password } });
}
const alive = async () => (await caller.call(contract.listDevices)).status === 200;

test.each([
  ['a candidate', 30, signedInCandidate],
  [
    'staff',
    15,
    async () => {
      const { username, password } = await anOfficer(product);
      await caller.call(contract.staffSignIn, { body: { username, password } });
    },
  ],
] as const)('%s without activity is signed out after %i minutes', async (_, idle, signIn) => {
  await signIn();
  const { idleUntil } = (await caller.call(contract.getSession)).body.session;
  expect(idleUntil).toBe(iso(idle));
  await after(idle - 0.1);
  expect(await alive()).toBe(true);
  await after(2 * idle - 0.2);
  expect(await alive()).toBe(true);
  await after(3 * idle);
  expect(await alive()).toBe(false);
  expect((await caller.call(contract.getSession)).body.session).toBeNull();
});

test('nobody stays longer than 12 hours', async () => {
  await signedInCandidate();
  for (let minutes = 20; minutes < 720; minutes += 20) {
    await after(minutes);
    expect(await alive()).toBe(true);
  }
  const { idleUntil, endsAt } = (await caller.call(contract.getSession)).body.session;
  expect([idleUntil, endsAt]).toEqual([iso(720), iso(720)]);
  await after(720);
  expect(await alive()).toBe(false);
});

test('继续使用 begins the idle time anew', async () => {
  await signedInCandidate();
  await after(29);
  expect((await caller.call(contract.extendSession)).body.idleUntil).toBe(iso(59));
  await after(720);
  expect((await caller.call(contract.extendSession)).body.code).toBe('signedOut');
});

test('activity is written at most every 30 seconds', async () => {
  await signedInCandidate();
  const seen = async () =>
    (await caller.call(contract.listDevices)).body.items.find(({ current }: { current: boolean }) => current)
      .lastSeenAt;
  await after(0.5);
  expect(await seen()).toBe(iso(0));
  await after(0.6);
  expect(await seen()).toBe(iso(0.6));
});

describe('the token', () => {
  test('is kept by its hash only, and the cookie is out of reach of scripts', async () => {
    const { phone: account, password } = await aCandidate(product);
    const { headers } = await caller.call(contract.signIn, { body: { account, password } });
    const cookie = String(headers['set-cookie']);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=43200'])
      expect(cookie).toContain(part);
    const token = /session=([^;]+)/.exec(cookie)![1]!;
    expect(token).toHaveLength(43);
    const [row] = await product.services.db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, hashToken(token)));
    expect(row).toBeDefined();
  });
  test('a made-up or signed-out one is nobody', async () => {
    caller.cookie = 'session=guess';
    expect((await caller.call(contract.getSession)).body.session).toBeNull();
    await signedInCandidate();
    const { cookie } = caller;
    await caller.call(contract.signOut);
    caller.cookie = cookie;
    expect(await alive()).toBe(false);
  });
  test('signing in again ends the session the browser had', async () => {
    await signedInCandidate();
    const { cookie } = caller;
    await signedInCandidate();
    expect(caller.cookie).not.toBe(cookie);
    caller.cookie = cookie;
    expect(await alive()).toBe(false);
  });
  test('behind TLS carries the __Host- prefix', async () => {
    const behindTls = await createTestApp({ PUBLIC_URL: 'https://zk.example' });
    try {
      const { phone: account, password } = await aCandidate(behindTls);
      const browser = createCaller(behindTls);
      const { headers } = await browser.call(contract.signIn, { body: { account, password } });
      expect(String(headers['set-cookie'])).toMatch(/^__Host-session=.*Secure/);
      expect((await browser.call(contract.getAccount)).status).toBe(200);
    } finally {
      await behindTls.close();
    }
  });
});
