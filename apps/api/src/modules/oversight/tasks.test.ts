import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimCase, decide, type Queue } from '@zikao/contract/review';
import {
  claimSpotCheckTask,
  decideSpotCheckTask,
  getSpotCheck,
  getSpotCheckTask,
  getSpotCheckWork,
  releaseSpotCheckTask,
  renewSpotCheckTask,
} from '@zikao/contract/spot-checks';
import { auditEntries } from '#platform/tables';
import { profiles } from '#tables/candidates';
import { accounts } from '#tables/identity';
import { claims, decisions } from '#tables/review';
import { createTestApp, type TestApp } from '#test/app';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import {
  aSubmittedEnrolment,
  aSubmittedProfile,
  DISTRICT,
  OTHER_DISTRICT,
  theDistricts,
} from '#test/factories/review';
import { aSpotCheck } from '#test/factories/spot-checks';
import { spotChecks, spotCheckTasks } from './tables.ts';

let product: TestApp;
let first: TestOfficer;
let second: TestOfficer;
let other: TestOfficer;
let province: TestOfficer;

beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  first = await anOfficer(product, { district: DISTRICT });
  second = await anOfficer(product, { district: DISTRICT });
  other = await anOfficer(product, { district: OTHER_DISTRICT });
  province = await anOfficer(product, { role: 'province' });
  const { db } = product.services;
  await db.update(accounts).set({ name: '先审的人' }).where(eq(accounts.id, first.id));
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at('2027-03-08T10:00:00Z');
  await product.services.db.delete(spotCheckTasks);
  await product.services.db.delete(spotChecks);
  await product.services.db.delete(claims);
});

const OWN_WORDS = '请重新拍摄，左上角有墨迹';
const approval = { decision: 'approve', remark: '材料齐全的备注' } as const;
const rejection = {
  decision: 'reject',
  reasons: [{ field: 'name', text: OWN_WORDS }],
  remark: '电话里已说明',
} as const;

/** Decided by `first` at the workspace, as any case is. Gives the decision. */
async function decided(queue: Queue, id: string, body: typeof approval | typeof rejection) {
  await first.caller.call(claimCase, { params: { queue, id }, body: {} });
  const { status } = await first.caller.call(
    decide,
    { params: { queue, id }, body: structuredClone(body) as never },
    { 'if-match': '"1"' },
  );
  expect(status).toBe(200);
  const [row] = await product.services.db.select().from(decisions).where(eq(decisions.subject, id));
  return row!;
}
const aDecided = async (body: typeof approval | typeof rejection, given = {}) =>
  decided('profiles', (await aSubmittedProfile(product, given)).id, body);

const next = async ({ caller }: TestOfficer) =>
  (await caller.call(claimSpotCheckTask)).body.task as string | null;
const look = ({ caller }: TestOfficer, task: string) =>
  caller.call(getSpotCheckTask, { params: { id: task } });
const say = ({ caller }: TestOfficer, task: string, body: unknown) =>
  caller.call(decideSpotCheckTask, { params: { id: task }, body: body as never });

describe('a task', () => {
  it('is nothing to those it is not for: the first officer, other districts, districts where the province looks', async () => {
    const { id } = await aDecided(approval);
    const { tasks } = await aSpotCheck(product, province.id, [id]);
    for (const who of [first, other]) {
      expect(await next(who)).toBeNull();
      expect((await who.caller.call(getSpotCheckWork)).body).toEqual({ waiting: 0, done: 0, mine: null });
      for (const endpoint of [getSpotCheckTask, renewSpotCheckTask, releaseSpotCheckTask])
        expect((await who.caller.call(endpoint, { params: { id: tasks[0]! } })).status).toBe(404);
      expect((await say(who, tasks[0]!, { decision: 'approve' })).status).toBe(404);
    }
    const { tasks: provinces } = await aSpotCheck(product, province.id, [id], { reviewers: 'province' });
    expect((await look(second, provinces[0]!)).status).toBe(404);
    expect((await second.caller.call(getSpotCheckWork)).body.waiting).toBe(1);
    expect((await province.caller.call(getSpotCheckWork)).body.waiting).toBe(2);
  });

  it('of somebody who has moved to another district since is that district’s to meet', async () => {
    const decision = await aDecided(approval);
    const { tasks } = await aSpotCheck(product, province.id, [decision.id]);
    const { db } = product.services;
    await db.update(profiles).set({ district: OTHER_DISTRICT }).where(eq(profiles.id, decision.subject));
    expect((await look(second, tasks[0]!)).status).toBe(404);
    expect(await next(second)).toBeNull();
    expect(await next(other)).toBeNull();
    expect(await next(province)).toBe(tasks[0]);
  });

  it('is shown only to who holds it, and kept five minutes', async () => {
    const { id } = await aDecided(approval);
    await aSpotCheck(product, province.id, [id]);
    const task = (await next(second))!;
    expect((await look(second, task)).body.until).toBe('2027-03-08T10:05:00.000Z');
    expect(await next(second)).toBe(task);
    expect(await next(province)).toBeNull();
    expect((await look(province, task)).body.code).toBe('review.claimed');
    expect((await say(province, task, { decision: 'approve' })).body.code).toBe('review.claimed');
    const renew = { params: { id: task } };
    expect((await province.caller.call(renewSpotCheckTask, renew)).body.code).toBe('review.claimed');
    await product.at('2027-03-08T10:05:00Z');
    expect((await say(second, task, { decision: 'approve' })).body.code).toBe('review.notClaimed');
    expect((await second.caller.call(renewSpotCheckTask, renew)).body.until).toBe('2027-03-08T10:10:00.000Z');
    expect((await second.caller.call(releaseSpotCheckTask, renew)).status).toBe(204);
    expect(await next(province)).toBe(task);
  });

  it('is looked at once, not after the sample was ended, and leaves the case as it was', async () => {
    const decision = await aDecided(approval);
    const { id } = await aSpotCheck(product, province.id, [decision.id]);
    const task = (await next(second))!;
    const bad = { decision: 'reject', reasons: [{ field: 'nothing', text: '没有这一项' }] };
    expect((await say(second, task, bad)).body.errors).toMatchObject([{ path: 'reasons.0.field' }]);
    const { db } = product.services;
    const [before] = await db.select().from(profiles).where(eq(profiles.id, decision.subject));
    await db.update(spotChecks).set({ state: 'ended' }).where(eq(spotChecks.id, id));
    expect((await say(second, task, rejection)).body.code).toBe('conflict');
    await db.update(spotChecks).set({ state: 'open' }).where(eq(spotChecks.id, id));
    expect((await say(second, task, rejection)).body).toEqual({ task: null });
    expect((await say(second, task, rejection)).body.code).toBe('conflict');
    const [after] = await db.select().from(profiles).where(eq(profiles.id, decision.subject));
    expect(after).toEqual(before);
    expect(await db.$count(decisions, eq(decisions.subject, decision.subject))).toBe(1);
    expect((await second.caller.call(getSpotCheckWork)).body).toEqual({ waiting: 0, done: 1, mine: null });
  });

  it('shown is written to the trail, for the candidate too', async () => {
    const decision = await aDecided(approval);
    await aSpotCheck(product, province.id, [decision.id]);
    const task = (await next(second))!;
    await look(second, task);
    const entries = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `spotCheckTask:${task}`));
    expect(entries.map(({ actor, candidate, why }) => ({ actor, candidate, why }))).toEqual([
      { actor: second.id, candidate: null, why: '领取复查' },
      { actor: second.id, candidate: decision.subject, why: '复查查看' },
    ]);
  });
});

describe('blind', () => {
  /** The whole answer, with what belongs to the one person and the one task taken out. */
  async function seen(task: string, ...own: string[]) {
    const { status, body } = await look(second, task);
    expect(status).toBe(200);
    const text = JSON.stringify(body);
    return { body, text, bare: own.reduce((rest, part) => rest.replaceAll(part, '…'), text) };
  }

  it.each(['profiles', 'enrolments'] as const)(
    '%s: what was approved and what was rejected look the same, without a trace of who, when, what and why',
    async (queue) => {
      const bare: string[] = [];
      for (const body of [approval, rejection]) {
        const reasons = body.decision === 'reject' && queue === 'enrolments' ? 'courses' : 'name';
        const said =
          body.decision === 'reject' ? { ...body, reasons: [{ field: reasons, text: OWN_WORDS }] } : body;
        const made =
          queue === 'profiles'
            ? await aSubmittedProfile(product).then((candidate) => ({ id: candidate.id, candidate }))
            : await aSubmittedEnrolment(product);
        await product.at('2027-03-08T10:17:31Z');
        const decision = await decided(queue, made.id, said as never);
        await aSpotCheck(product, province.id, [decision.id]);
        const task = (await next(second))!;
        const { text, bare: rest } = await seen(task, task, made.candidate.idNumber);
        const people = [first.id, '先审的人', decision.id, made.id, made.candidate.id, province.id];
        const words =
          '材料齐全 墨迹 电话里 10:17:31 审核通过 approve reject admission decision officer history state';
        const traces = [...people, decision.at.toISOString(), ...words.split(' ')];
        expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
        expect(text).toContain(queue === 'profiles' ? '共和路 12 号' : '970201');
        bare.push(rest);
        await say(second, task, { decision: 'approve' });
      }
      expect(bare[0]).toBe(bare[1]);
    },
  );

  it('shows the submission that was decided on, not the one that came after it', async () => {
    const { id } = await aSubmittedProfile(product, { no: 1 });
    const decision = await decided('profiles', id, rejection);
    const { db } = product.services;
    await db
      .update(profiles)
      .set({ submission: 2, state: 'pending', name: '后来的名字' })
      .where(eq(profiles.id, id));
    await aSpotCheck(product, province.id, [decision.id]);
    const { body, text } = await seen((await next(second))!);
    expect(body).toMatchObject({ no: 1, previousReasons: [], submittedAt: '2027-03-08T09:00:00.000Z' });
    expect(text).not.toContain('后来的名字');
  });
});

describe('claiming', () => {
  it('twelve who ask at once are given twelve different tasks', async () => {
    const made = [];
    for (let i = 0; i < 12; i++) made.push((await aDecided(approval)).id);
    const { tasks } = await aSpotCheck(product, province.id, made);
    const crowd = await reviewers(12);
    const given = await Promise.all(crowd.map((one) => next(one)));
    expect(new Set(given)).toEqual(new Set(tasks));
    expect(await next(second)).toBeNull();
  });

  it('control: with the lease broken the same task is given twice', async () => {
    const { id } = await aDecided(approval);
    const { tasks } = await aSpotCheck(product, province.id, [id]);
    const [one, two] = await reviewers(2);
    expect(await next(one!)).toBe(tasks[0]);
    await product.services.db.delete(claims);
    expect(await next(two!)).toBe(tasks[0]);
  });

  it('who asks twice, also at once, has one task', async () => {
    const made = [(await aDecided(approval)).id, (await aDecided(approval)).id];
    await aSpotCheck(product, province.id, made);
    const [given, again] = await Promise.all([next(second), next(second)]);
    expect(given).toBe(again);
    expect(await next(second)).toBe(given);
    expect((await second.caller.call(getSpotCheckWork)).body).toMatchObject({ waiting: 2, mine: given });
  });

  it('two verdicts at once: one is written down', async () => {
    const { id } = await aDecided(approval);
    await aSpotCheck(product, province.id, [id]);
    const task = (await next(second))!;
    const replies = await Promise.all([
      say(second, task, rejection),
      say(second, task, { decision: 'approve' }),
    ]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  const reviewers = (count: number) =>
    Promise.all(Array.from({ length: count }, () => anOfficer(product, { district: DISTRICT })));
});

it('afterwards tells how far both agreed, and where they did not, both sides with their reasons', async () => {
  const made = [await aDecided(approval), await aDecided(approval), await aDecided(rejection)];
  const { id } = await aSpotCheck(
    product,
    province.id,
    made.map((one) => one.id),
  );
  const milder = { decision: 'approve', remark: '可以看清' };
  for (const body of [{ decision: 'approve' }, rejection, milder])
    await say(second, (await next(second))!, body);
  const { body } = await province.caller.call(getSpotCheck, { params: { spotCheck: id } });
  const agreement = { looked: 3, agreed: 1, stricter: 1, milder: 1, rate: 1 / 3 };
  expect(body.agreement).toMatchObject(agreement);
  expect(body.agreement.kappa).toBeCloseTo(-0.5, 10);
  expect(body.offices).toMatchObject([{ office: DISTRICT, name: '西宁市', agreement }]);
  expect(body.officers).toMatchObject([{ officer: first.id, name: '先审的人', office: '西宁市', agreement }]);
  expect(body.disagreements).toMatchObject([
    {
      queue: 'profiles',
      subject: made[1]!.subject,
      first: { decision: 'approve', reasons: [], by: '先审的人' },
      second: { decision: 'reject', reasons: rejection.reasons, remark: rejection.remark, by: second.name },
    },
    {
      subject: made[2]!.subject,
      first: { decision: 'reject', reasons: [{ field: 'name', text: OWN_WORDS }], by: '先审的人' },
      second: { decision: 'approve', reasons: [], remark: '可以看清' },
    },
  ]);
});
