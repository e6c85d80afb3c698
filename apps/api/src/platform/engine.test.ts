import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '@zikao/contract/measures-limits';
import { openEngine, type Engine } from '#platform/engine';
import { openVerifier, type VerificationInput } from '#platform/verification';

const STAND_IN = join(import.meta.dirname, '../../test/stand-in-engine.ts');
const NONE = join(import.meta.dirname, '../../test/no-engine.ts');

let engine: Engine;
const changes: boolean[] = [];
function open(entry = STAND_IN, more: { workers?: number; timeoutMs?: number } = {}) {
  changes.length = 0;
  engine = openEngine({ workers: 1, entry, onChange: (up) => changes.push(up), ...more });
  return engine;
}
afterEach(() => engine.close());

const input = (name: string): VerificationInput => ({
  photo: Buffer.from('photo'),
  size: { width: 480, height: 640, bytes: 30_000 },
  profile: {
    name: '',
    minWidth: 480,
    minHeight: 640,
    width: 480,
    height: 640,
    dpi: 300,
    background: { name: '白色', rgb: [255, 255, 255] },
    rules: [],
    source: '',
    limits: LIMITS,
  },
  declared: { name, idNumber: '' },
  today: '2027-03-08',
});
const examine = (name = '马玉') => engine.examine(input(name));
const whoDid = async () => (await examine()).card!.authority!.split(' ')[0];

describe('a job is tried once more, then not done, and its engine replaced,', () => {
  test('when it takes too long', async () => {
    open(STAND_IN, { timeoutMs: 300 });
    const first = await whoDid();
    await expect(examine('hang')).rejects.toMatchObject({ why: 'late' });
    expect(await whoDid()).not.toBe(first);
  });

  test('when it takes too much memory', async () => {
    open();
    await expect(examine('swell')).rejects.toMatchObject({ why: 'overMemory' });
    await examine();
  });

  test('when it brings two engines down', async () => {
    open();
    await expect(examine('crash')).rejects.toMatchObject({ why: 'died' });
    await examine();
  });

  test('when too many wait', async () => {
    open();
    await examine();
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => examine()));
    expect(all.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
  });
});

test('an engine killed from outside in the middle: the job is done by the next', async () => {
  open();
  await examine();
  const [pid] = engine.pids();
  process.kill(pid!, 'SIGSTOP'); // so that it certainly is in the middle
  const job = examine();
  process.kill(pid!, 'SIGKILL');
  expect((await job).values.sharpness).toBe(500);
});

test('engines stand ready before anybody asks, and again after one ended', async () => {
  open(STAND_IN, { workers: 2 });
  await vi.waitFor(() => expect(engine.pids()).toHaveLength(2), { timeout: 10_000 });
  process.kill(engine.pids()[0]!, 'SIGKILL');
  await vi.waitFor(() => expect(engine.pids()).toHaveLength(1), { timeout: 10_000 });
  await vi.waitFor(() => expect(engine.pids()).toHaveLength(2), { timeout: 10_000 });
});

test('what it found is judged together with the size of the photo as it is stored', async () => {
  open();
  const { values } = await examine();
  expect(values).toMatchObject({ width: 480, height: 640, fileBytes: 30_000, sharpness: 500 });
});

describe('an engine that does not start', () => {
  test('is said to be down, once, and nobody passes', async () => {
    open(NONE);
    await vi.waitFor(() => expect(engine.up()).toBe(false), { timeout: 10_000 });
    const verifier = openVerifier([engine.examine], engine.read);
    await expect(verifier.verify(input('马玉'))).rejects.toMatchObject({ code: 'photo.unavailable' });
    await expect(verifier.readCard({ cardPortrait: Buffer.from('') })).rejects.toMatchObject({
      code: 'photo.unavailable',
    });
    expect(changes).toEqual([false]);
  });
});
