import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Refused } from '#api/client';
import { createDraftKeeper, type DraftStatus } from './draft-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server with one draft that refuses stale versions, as the real one does. */
function aServer() {
  const server = {
    version: 1,
    answers: {} as Record<string, unknown>,
    offline: false,
    statuses: [] as DraftStatus[],
  };
  const calls = {
    async save(patch: Record<string, unknown>, version: number) {
      if (server.offline) throw new Refused({ code: 'offline', title: '网络断开' });
      if (version !== server.version) throw new Refused({ code: 'request.stale', title: '旧' });
      Object.assign(server.answers, patch);
      server.version++;
      return { version: server.version, savedAt: '2027-03-01T00:00:00Z' };
    },
    latest: async () => server.version,
    onStatus: (status: DraftStatus) => void server.statuses.push(status),
  };
  return { server, calls };
}

test('sends once, a moment after the last key', async () => {
  const { server, calls } = aServer();
  const save = vi.spyOn(calls, 'save');
  const keeper = createDraftKeeper(1, calls);
  keeper.change({ address: '西' });
  await vi.advanceTimersByTimeAsync(300);
  keeper.change({ address: '西宁' });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(save).toHaveBeenCalledOnce();
  expect(server.answers).toEqual({ address: '西宁' });
});

test('keeps what could not be sent and tries again until it is saved', async () => {
  const { server, calls } = aServer();
  const keeper = createDraftKeeper(1, calls);
  server.offline = true;
  keeper.change({ name: '廖三' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(server.statuses.at(-1)?.kind).toBe('failed');
  keeper.change({ postcode: '810000' });
  server.offline = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(server.answers).toEqual({ name: '廖三', postcode: '810000' });
});

test('two tabs of one draft lose nothing of each other', async () => {
  const { server, calls } = aServer();
  const [one, two] = [createDraftKeeper(1, calls), createDraftKeeper(1, calls)];
  one.change({ name: '廖三' });
  two.change({ address: '西宁市' });
  await one.flush();
  await two.flush();
  expect(server.answers).toEqual({ name: '廖三', address: '西宁市' });
});

test('a refusal that trying again would not mend is said, and thrown to who waits for it', async () => {
  const { server, calls } = aServer();
  calls.save = async () => {
    throw new Refused({ code: 'profile.closed', title: '只能查看' });
  };
  const keeper = createDraftKeeper(1, calls);
  keeper.change({ name: '廖三' });
  await expect(keeper.flush()).rejects.toThrow('只能查看');
  expect(server.statuses.at(-1)).toEqual({ kind: 'failed', message: '只能查看' });
});
