import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { getProfile, verifyPhoto } from '@zikao/contract/candidates';
import { watchVerifiers } from '#platform/verifiers';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { aFilingTime, aReadyCandidate, DURING } from '#test/factories/candidates';
import { startWorking, type Working } from './working.ts';

let product: TestApp;
let working: Working;
/** What the process verifies with comes and goes. */
let up: boolean;
let changed: () => void;
const said: string[] = [];

beforeAll(async () => {
  product = await createTestApp();
  await aFilingTime(product);
  await product.at(DURING);
});
afterEach(() => working.stop());
afterAll(() => product.close());

async function start(): Promise<void> {
  said.length = 0;
  const { verifier } = product.services;
  const listen = (heard: () => void) => void (changed = heard);
  const verifying = { verifier, up: () => up, listen, close: async () => {} };
  const say = (what: unknown) => void said.push(String(what));
  const log = { ...product.app.log, info: say, error: say, warn: () => {} } as never;
  working = await startWorking(product.services, verifying, log);
}
const down = () => watchVerifiers(product.services.db).down();
const stateOf = async (caller: Caller) => (await caller.call(getProfile)).body.photo.state;

test('a process that cannot verify says so once, tells all others, and leaves the queue alone until it can', async () => {
  expect(await down()).toBe(true); // nobody is there at all
  up = false;
  await start();
  const { caller } = await aReadyCandidate(product);
  await caller.call(verifyPhoto);
  working.wake();
  changed();
  expect(await down()).toBe(true);
  expect(said).toEqual([expect.stringContaining('no photo can be verified here')]);
  expect(await stateOf(caller)).toBe('verifying');

  up = true;
  changed();
  await vi.waitFor(async () => expect(await stateOf(caller)).toBe('passed'), { timeout: 20_000 });
  expect(await down()).toBe(false);
  expect(said.slice(1)).toEqual(['photos are verified here']);
});

test('what is asked for while it works is done without waiting for a round; stopped, it is gone for all others', async () => {
  up = true;
  await start();
  const { caller } = await aReadyCandidate(product);
  await caller.call(verifyPhoto);
  working.wake();
  await vi.waitFor(async () => expect(await stateOf(caller)).toBe('passed'), { timeout: 20_000 });
  await working.stop();
  expect(await down()).toBe(true);
});

test('two processes share the queue: everybody is verified once', async () => {
  up = true;
  await start();
  const first = working;
  await start();
  const people = await Promise.all(Array.from({ length: 6 }, () => aReadyCandidate(product)));
  await Promise.all(people.map(({ caller }) => caller.call(verifyPhoto)));
  for (const { caller } of people)
    await vi.waitFor(async () => expect(await stateOf(caller)).toBe('passed'), { timeout: 20_000 });
  await first.stop();
  for (const { caller } of people) {
    const { timeline } = (await caller.call(getProfile)).body;
    expect(timeline.map(({ label }: { label: string }) => label)).toEqual(['照片验证通过', '提交考区审核']);
  }
});
