import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setClock } from '#platform/clock';
import type { Services } from '#platform/context';
import { openDatabase, type Database } from '#platform/database';
import { deliver, runOutbox, type DeliveryFault, type Listener } from '#platform/outbox';
import { limits, outbox } from '#platform/tables';
import { createTestDatabase } from '#test/database';

let drop: () => Promise<void>;
let database: Database;
let services: Services;
let heard: string[];

beforeEach(async () => {
  const fresh = await createTestDatabase();
  drop = fresh.drop;
  database = openDatabase(fresh.url, 8);
  services = { db: database.db } as Services;
  heard = [];
  await setClock(database.db, new Date('2027-03-08T10:00:00Z'));
});
afterEach(async () => {
  await database.close();
  await drop();
});

const candidate = '3f0c2a52-7e5f-4d0a-9b57-0a4c1f9be001';
const write = async (...events: string[]) => {
  for (const event of events) await database.db.insert(outbox).values({ event, payload: { candidate } });
};
const listen: Listener = async (_services, event) => void heard.push(event.name);
const rows = () => database.db.select().from(outbox).orderBy(outbox.id);

/** Leaves a trace in the database as a listener would, then dies. */
const fails =
  (name: string): Listener =>
  async ({ db }, event) => {
    await db.insert(limits).values({ key: `heard ${event.source}`, count: 1, since: event.at });
    if (event.name === name) throw new Error('gateway says no');
    heard.push(event.name);
  };

describe('the outbox', () => {
  it('keeps what a listener could not take, with its fault, and goes on with the others', async () => {
    await write('profile.submitted', 'photo.desk', 'profile.rejected');
    const faults: DeliveryFault[] = [];
    await deliver(services, [fails('photo.desk')], (fault) => faults.push(fault));
    expect(heard).toEqual(['profile.submitted', 'profile.rejected']);
    expect(faults).toEqual([{ id: '2', event: 'photo.desk', attempts: 1, fault: 'gateway says no' }]);
    const [, stuck] = await rows();
    expect(stuck).toMatchObject({ deliveredAt: null, attempts: 1, fault: 'gateway says no' });
    // What the failed listener had written is gone with it.
    expect(await database.db.select().from(limits).where(eq(limits.key, 'heard 2'))).toEqual([]);
  });

  it('tries again later and later, up to an hour apart, never giving up', async () => {
    await write('photo.desk');
    const waits: number[] = [];
    for (let at = Date.parse('2027-03-08T10:00:00Z'), round = 0; round < 15; round++) {
      await setClock(database.db, new Date(at));
      await deliver(services, [fails('photo.desk')]);
      expect(await deliver(services, [listen]), 'not before its time').toBe(0);
      const [row] = await rows();
      waits.push((row!.nextAt.getTime() - at) / 1000);
      at = row!.nextAt.getTime();
    }
    expect(waits.slice(0, 4)).toEqual([2, 4, 8, 16]);
    expect(waits.slice(-3)).toEqual([3600, 3600, 3600]);
    await setClock(database.db, new Date('2027-03-10T10:00:00Z'));
    expect(await deliver(services, [listen])).toBe(1);
    expect(heard).toEqual(['photo.desk']);
  });

  it('hands an event out again when the process dies in the middle', async () => {
    await write('photo.desk');
    const dies: Listener = async ({ db }) => {
      const { rows: own } = await db.execute<{ pid: number }>('select pg_backend_pid() as pid');
      await database.pool.query('select pg_terminate_backend($1)', [own[0]!.pid]);
      await db.execute('select 1');
    };
    await expect(deliver(services, [dies])).rejects.toThrow();
    expect(await rows()).toMatchObject([{ deliveredAt: null, attempts: 0 }]);
    expect(await deliver(services, [listen])).toBe(1);
    expect(heard).toEqual(['photo.desk']);
  });

  it('delivers in the order things happened', async () => {
    const names = ['account.registered', 'profile.submitted', 'profile.rejected', 'profile.submitted'];
    await write(...names);
    await deliver(services, [listen]);
    expect(heard).toEqual(names);
  });

  it('delivers each once with several deliverers at work', async () => {
    await write(...Array.from({ length: 40 }, () => 'photo.desk'));
    const sources: string[] = [];
    const note: Listener = async (_services, event) => void sources.push(event.source);
    const counts = await Promise.all([1, 2, 3, 4].map(() => deliver(services, [note])));
    expect(counts.reduce((sum, count) => sum + count)).toBe(40);
    expect(new Set(sources).size).toBe(40);
    expect(sources).toHaveLength(40);
  });

  it('delivers to people while a foreign system hangs', async () => {
    let release = () => {};
    const hangs = new Promise<void>((resolve) => (release = resolve));
    let arrived = () => {};
    const delivered = new Promise<void>((resolve) => (arrived = resolve));
    const listener: Listener = async (_services, event) => {
      if (event.name === 'sms.due') return hangs;
      heard.push(event.name);
      arrived();
    };
    await write('sms.due', 'profile.approved');
    const running = runOutbox(services, [listener], { warn: () => {} });
    await delivered;
    expect(heard).toEqual(['profile.approved']);
    release();
    await running.stop();
    expect((await rows()).every((row) => row.deliveredAt)).toBe(true);
  });
});
