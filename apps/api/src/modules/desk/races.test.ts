import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestRelease } from '@zikao/contract/desk/endpoints';
import { undoByCode } from '@zikao/contract/desk/undo';
import { takeEffect, undoCodeOf } from '#modules/desk';
import { appNow } from '#platform/clock';
import { deskActs, deskRequests } from '#tables/desk';
import { accounts } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { aDeskRequest } from '#test/factories/desk';
import { aCandidate, anOfficer, type TestOfficer } from '#test/factories/identity';
import { DISTRICT, OTHER_DISTRICT, theDistricts } from '#test/factories/review';

let product: TestApp;
let officers: TestOfficer[];
beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  await product.at('2027-03-08T02:00:00Z');
  officers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => anOfficer(product, { district: i % 2 ? DISTRICT : OTHER_DISTRICT })),
  );
});
afterAll(() => product.close());

const papers = ['idCard', 'inPerson', 'signedForm'];
async function allAsk(idNumber: string): Promise<number> {
  const body = { idNumber, papers, reason: '本人从未注册' };
  const replies = await Promise.all(officers.map(({ caller }) => caller.call(requestRelease, { body })));
  return replies.filter(({ status }) => status === 201).length;
}
const run = () => takeEffect({ ...product.services, log: product.app.log });

describe('eight officers of two districts at once', () => {
  it('get one request about one account', async () => {
    const { idNumber } = await aCandidate(product);
    expect(await allAsk(idNumber)).toBe(1);
  });

  it('get several where the index is missing: the test would notice', async () => {
    const { db } = product.services;
    const { idNumber, id } = await aCandidate(product);
    await db.execute(sql`drop index desk_one_open`);
    expect(await allAsk(idNumber)).toBeGreaterThan(1);
    await db.delete(deskActs).where(eq(deskActs.candidate, id));
    await db.delete(deskRequests).where(eq(deskRequests.target, id));
    await db.execute(sql`create unique index desk_one_open on desk_requests (target)
      where state in ('confirming', 'waiting')`);
  });
});

async function due(): Promise<{ id: string; code: string; account: string }> {
  const person = await aCandidate(product);
  const id = await aDeskRequest(product, person, { kind: 'release', state: 'waiting', district: DISTRICT });
  await product.services.db.update(deskRequests).set({ effectiveAt: appNow }).where(eq(deskRequests.id, id));
  return { id, account: person.id, code: undoCodeOf(product.services.keys, id) };
}
const ends = async ({ id, account }: { id: string; account: string }) => {
  const { db } = product.services;
  const [row] = await db.select().from(deskRequests).where(eq(deskRequests.id, id));
  const closed = await db.$count(accounts, and(eq(accounts.id, account), eq(accounts.active, false)));
  return [row!.state, closed === 1];
};

describe('undo and taking effect at the same moment', () => {
  it('one of them wins, wholly; three processes settle each request once', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, due));
    const undo = ({ code }: { code: string }, i: number) =>
      createCaller(product, `10.1.0.${i}`).call(undoByCode, { body: { code } });
    const [settled, replies] = await Promise.all([
      Promise.all([run(), run(), run()]),
      Promise.all(ten.map(undo)),
    ]);
    const undone = replies.filter(({ status }) => status === 200).length;
    expect(settled.reduce((sum, n) => sum + n, 0) + undone).toBe(10);
    for (const [i, one] of ten.entries())
      expect(await ends(one)).toEqual(replies[i]!.status === 200 ? ['undone', false] : ['done', true]);
  });

  it('both happen where neither holds the row: the test would notice', async () => {
    const one = await due();
    const { db } = product.services;
    // What `act` does, without its lock and without asking for the state again.
    const look = () => db.select().from(deskRequests).where(eq(deskRequests.id, one.id));
    const end = (state: 'done' | 'undone') =>
      db.update(deskRequests).set({ state }).where(eq(deskRequests.id, one.id)).returning();
    const seen = await Promise.all([look(), look()]);
    expect(seen.map(([row]) => row!.state)).toEqual(['waiting', 'waiting']);
    const written = await Promise.all([end('done'), end('undone')]);
    expect(written.map((rows) => rows.length)).toEqual([1, 1]);
  });
});

describe('a process that dies over a request', () => {
  it('leaves everything as it was, and the next one does all of it', async () => {
    const one = await due();
    const { db } = product.services;
    let killed = false;
    const dying = {
      ...product.services,
      log: product.app.log,
      db: Object.assign(Object.create(db) as typeof db, {
        transaction: ((work) =>
          db.transaction(async (tx) => {
            const answer = await work(tx);
            if (killed) return answer;
            killed = true;
            throw new Error('killed just before the commit');
          })) as typeof db.transaction,
      }),
    };
    expect(await takeEffect(dying)).toBe(0);
    expect(await ends(one)).toEqual(['waiting', false]);
    expect(await run()).toBe(1);
    expect(await ends(one)).toEqual(['done', true]);
    expect(await run()).toBe(0);
  });
});
