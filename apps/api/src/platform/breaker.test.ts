import { expect, test } from 'vitest';
import { openBreaker } from './breaker.ts';

let time = 0;
const open = () => openBreaker({ failures: 3, pauseMs: 1_000, now: () => time });
const fail = () => Promise.reject(new Error('down'));
const work = async () => 'done';

test('failures now and then change nothing; three in a row stop the calls', async () => {
  const breaker = open();
  for (const call of [fail, fail, work, fail, fail]) await breaker.call<unknown>(call).catch(() => {});
  expect(breaker.closed()).toBe(true);
  await breaker.call(fail).catch(() => {});
  expect(breaker.closed()).toBe(false);
  let asked = false;
  await expect(breaker.call(async () => (asked = true))).rejects.toThrow('open');
  expect(asked).toBe(false);
});

test('after the pause one tries for all; its failure pauses again, its success ends it', async () => {
  const breaker = open();
  for (let i = 0; i < 3; i++) await breaker.call(fail).catch(() => {});
  time += 1_000;
  const { promise, resolve: answer } = Promise.withResolvers<string>();
  const first = breaker.call(() => promise);
  await expect(breaker.call(work)).rejects.toThrow('open'); // one at a time
  answer('done');
  expect(await first).toBe('done');
  expect(await breaker.call(work)).toBe('done');

  for (let i = 0; i < 3; i++) await breaker.call(fail).catch(() => {});
  time += 1_000;
  await breaker.call(fail).catch(() => {});
  time += 999;
  expect(breaker.closed()).toBe(false);
  time += 1;
  expect(await breaker.call(work)).toBe('done');
});
