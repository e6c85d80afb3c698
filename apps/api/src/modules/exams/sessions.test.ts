import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getSite, getTimetable } from '@zikao/contract/exams';
import * as contract from '@zikao/contract/sessions';
import { slotsOf, windowOf } from '#modules/exams';
import { auditEntries } from '#platform/tables';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { anOfficer } from '#test/factories/identity';

let product: TestApp;
let office: Caller;
let seeded: string;

beforeAll(async () => {
  product = await createTestApp();
  const { body } = await createCaller(product).call(getSite, {});
  seeded = body.session.id;
  office = (await anOfficer(product, { role: 'province' })).caller;
});
afterAll(() => product.close());

const get = async (session = seeded) =>
  (await office.call(contract.getSession, { params: { session } })).body as contract.PlannedSession;
const planOf = ({ slots, ownSlots, windows }: contract.PlannedSession) => ({ slots, ownSlots, windows });
const save = async (plan: object, session = seeded, version?: number) =>
  office.call(
    contract.saveSession,
    { params: { session }, body: plan as never },
    { 'if-match': `"${version ?? (await get(session)).version}"` },
  );
const change = async (to: (plan: contract.SessionPlan) => object) => save(to(planOf(await get())));

describe('what cannot be planned', () => {
  const wrong: [string, (plan: contract.SessionPlan) => object, path: string][] = [
    [
      'a window that closes before it opens',
      (plan) => ({ ...plan, windows: [turned(plan.windows[0]!)] }),
      'windows.0.closesAt',
    ],
    [
      'two windows of a function',
      (plan) => ({ ...plan, windows: [plan.windows[0], plan.windows[0]] }),
      'windows.1.district',
    ],
    [
      'an exception without a rule',
      (plan) => ({ ...plan, windows: [{ ...plan.windows[0], district: '632801' }] }),
      'windows.0.district',
    ],
    [
      'a district that is not there',
      (plan) => ({ ...plan, windows: [...plan.windows, { ...plan.windows[0], district: '999999' }] }),
      'windows.8.district',
    ],
    ['no half-day', (plan) => ({ ...plan, slots: [] }), 'slots'],
    [
      'a half-day that ends before it begins',
      (plan) => ({ ...plan, slots: [{ ...plan.slots[0], end: '08:00' }] }),
      'slots.0.end',
    ],
    [
      'half-days at the same time',
      (plan) => ({ ...plan, slots: [plan.slots[0], { ...plan.slots[0], no: '9' }] }),
      'slots.1.start',
    ],
  ];

  it.each(wrong)('%s', async (_, to, path) => {
    const before = await get();
    const { status, body } = await change(to);
    expect([status, body.errors[0].path]).toEqual([422, path]);
    expect(body.errors[0].message).toMatch(/[\u4e00-\u9fff]/);
    expect(await get()).toEqual(before);
  });

  it('without a half-day that courses are examined in', async () => {
    const { status, body } = await change((plan) => ({ ...plan, slots: plan.slots.slice(1) }));
    expect([status, body.code]).toEqual([409, 'session.slotInUse']);
    expect(body.detail).toContain('第 1 场');
  });

  it('over what a colleague has changed meanwhile', async () => {
    const { version, ...seen } = await get();
    expect((await save(planOf({ version, ...seen }))).status).toBe(200);
    expect((await save(planOf({ version, ...seen }), seeded, version)).body.code).toBe('request.stale');
  });

  it('twice', async () => {
    const { year, month } = await get();
    expect((await office.call(contract.createSession, { body: { year, month } })).body.code).toBe(
      'session.exists',
    );
  });
});

describe('a change of windows', () => {
  it('counts at once, for the province and for the district that has its own', async () => {
    const closesAt = '2027-03-09T10:00:00.000Z';
    const own = '2027-03-12T10:00:00.000Z';
    await change((plan) => {
      const others = plan.windows.filter((window) => window.function !== 'enrolment');
      const rule = { ...plan.windows.find((window) => window.function === 'enrolment')!, closesAt };
      return { ...plan, windows: [...others, rule, { ...rule, district: '632801', closesAt: own }] };
    });
    expect((await createCaller(product).call(getSite, {})).body.session.windows.enrolment.closesAt).toBe(
      closesAt,
    );
    expect((await windowOf(product.services, seeded, 'enrolment', '632801'))!.closesAt).toBe(own);
    expect((await windowOf(product.services, seeded, 'enrolment', '630100'))!.closesAt).toBe(closesAt);
  });

  it('is written to the trail with what it was', async () => {
    const trail = await product.services.db
      .select({ why: auditEntries.why })
      .from(auditEntries)
      .where(eq(auditEntries.subject, `session:${seeded}`));
    expect(trail.at(-1)!.why).toMatch(/^报考课程：.*改为.*2027年3月9日 18:00.*报考课程（632801）：没有 改为/);
  });
});

describe('the next session', () => {
  let made: contract.PlannedSession;

  it('has everything of the last one, moved by whole weeks', async () => {
    const last = await get();
    const [year, month] = last.month === 4 ? [last.year, 10 as const] : [last.year + 1, 4 as const];
    made = (await office.call(contract.createSession, { body: { year, month } })).body;
    expect(made).toMatchObject({ year, month, current: false, courses: last.courses });
    const days = contract.daysToMove(last.slots[0]!.date, year, month);
    expect(days % 7).toBe(0);
    expect(made.slots).toEqual(
      last.slots.map((slot) => ({ ...slot, date: contract.movedDate(slot.date, days) })),
    );
    expect(made.windows).toHaveLength(last.windows.length);
    expect(Date.parse(made.windows[0]!.opensAt) - Date.parse(last.windows[0]!.opensAt)).toBe(
      days * 86_400_000,
    );
  });

  it('does not become the current one while something needed is missing', async () => {
    const windows = made.windows.filter((window) => window.function !== 'enrolment');
    const { body: saved } = await save({ ...planOf(made), windows }, made.id);
    expect(saved.readiness.find(({ key }: contract.Readiness) => key === 'enrolment').ok).toBe(false);
    const refused = await makeCurrent(saved);
    expect([refused.status, refused.body.code]).toEqual([409, 'session.notReady']);
    expect(refused.body.detail).toContain('报考课程');
    expect((await get()).current).toBe(true);
  });

  it('becomes the one and only current session, and candidates see it', async () => {
    const { body: saved } = await save(planOf(made), made.id);
    const { body } = await makeCurrent(saved);
    expect(body.current).toBe(true);
    expect((await get()).current).toBe(false);
    expect((await createCaller(product).call(getSite, {})).body.session.id).toBe(made.id);
    expect((await createCaller(product).call(getTimetable, {})).body.items).toHaveLength(made.courses);
  });

  it('of two officers at once one is current, the other is told', async () => {
    const [old, now] = [await get(), await get(made.id)];
    const answers = await Promise.all([makeCurrent(old), makeCurrent(now)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = (await office.call(contract.listSessions, {})).body;
    expect(items.filter(({ current }: contract.SessionHead) => current)).toHaveLength(1);
  });

  const makeCurrent = ({ id, version }: contract.PlannedSession) =>
    office.call(contract.makeSessionCurrent, { params: { session: id } }, { 'if-match': `"${version}"` });
});

function turned({ opensAt, closesAt, ...window }: contract.PlannedWindow) {
  return { ...window, opensAt: closesAt, closesAt: opensAt };
}

describe('a district that sits a half-day at another time', () => {
  const own = { district: '632801', no: '1', date: '2027-05-15', part: 'am', start: '09:00', end: '11:30' };
  const withOwn = (ownSlots: object[]) => change((plan) => ({ ...plan, ownSlots }));

  it.each([
    ['a half-day that is not there', [{ ...own, no: '77' }], 'ownSlots.0.no'],
    ['the same twice', [own, own], 'ownSlots.1.no'],
    ['an end before its start', [{ ...own, end: '08:00' }], 'ownSlots.0.end'],
    ['no such district', [{ ...own, district: '999999' }], 'ownSlots.0.district'],
    ['two at the same time', [own, { ...own, no: '2' }], 'ownSlots.0.start'],
  ])('is refused with %s', async (_, list, path) => {
    const { status, body } = await withOwn(list);
    expect([status, body.errors[0].path]).toEqual([422, path]);
  });

  it('is told to everybody, and counts for that district alone', async () => {
    expect((await withOwn([own])).status).toBe(200);
    const first = async (district?: string) => (await slotsOf(product.services, seeded, district))[0];
    expect(await first('632801')).toEqual({ ...own, district: undefined });
    expect((await first('630100'))!.date).not.toBe(own.date);
    expect(await first('630100')).toEqual(await first());
    expect((await get()).ownSlots).toEqual([own]);
    expect((await withOwn([])).body.ownSlots).toEqual([]);
  });
});

it('a session is archived when it is over and not the current one; then nothing of it changes', async () => {
  const archive = async (session: string) =>
    office.call(
      contract.archiveSession,
      { params: { session } },
      { 'if-match': `"${(await get(session)).version}"` },
    );
  expect((await archive(seeded)).body.code).toBe('session.notOver');
  const { body: next } = await office.call(contract.createSession, { body: { year: 2035, month: 10 } });
  expect([next.phase, (await archive(next.id)).body.code]).toEqual(['preparing', 'session.notOver']);
  await product.at('2036-01-01T00:00:00Z');
  expect((await get(next.id)).phase).toBe('examined');
  expect((await archive(next.id)).body.phase).toBe('archived');
  expect((await archive(next.id)).body.code).toBe('session.archived');
  expect((await save(planOf(await get(next.id)), next.id)).body.code).toBe('session.archived');
});
