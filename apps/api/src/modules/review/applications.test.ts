import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as own from '@zikao/contract/applications/endpoints';
import { getProfile } from '@zikao/contract/candidates';
import { downloadData, getAccount } from '@zikao/contract/identity';
import { listMessages } from '@zikao/contract/messages';
import {
  claimCase,
  claimNext,
  decide,
  getCase,
  getCounts,
  handOver,
  listCases,
  recordVisit,
} from '@zikao/contract/review';
import { HANDLED } from '#modules/applications';
import { applications } from '#tables/applications';
import { limits } from '#platform/tables';
import { personChanges } from '#tables/candidates';
import { createTestApp, type TestApp } from '#test/app';
import type { Reply } from '#test/caller';
import { anApplication, applicationTime } from '#test/factories/applications';
import { anApprovedCandidate, anExam, DURING } from '#test/factories/enrolments';
import { anOfficer, type TestCandidate, type TestOfficer } from '#test/factories/identity';
import { theirFiles } from '#test/factories/documents';
import { certificate, certificateAnswers, crash, TAKEN } from '#test/factories/kinds';
import { anAdmissionNumber } from '#test/factories/records';

let product: TestApp;
let candidate: TestCandidate;
let one: TestOfficer;
let two: TestOfficer;
let other: TestOfficer;
let province: TestOfficer;
const COPY = 'certificateCopy';

beforeAll(async () => {
  product = await createTestApp({}, { kinds: { ...HANDLED, [COPY]: certificate } });
  await anExam(product);
  await applicationTime(product);
  one = await anOfficer(product, { district: 'T1' });
  two = await anOfficer(product, { district: 'T1' });
  other = await anOfficer(product, { district: 'T2' });
  province = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
});

const at = (queue: string, id: string) => ({ params: { queue, id } });
const take = ({ caller }: TestOfficer, queue: string, id: string, takeOver = false) =>
  caller.call(claimCase, { ...at(queue, id), body: { takeOver } });
const say = (
  { caller }: TestOfficer,
  queue: string,
  id: string,
  body: unknown = { decision: 'approve' },
  no = 1,
): Promise<Reply> =>
  caller.call(decide, { ...at(queue, id), body: body as never }, { 'if-match': `"${no}"` });
const look = async ({ caller }: TestOfficer, queue: string, id: string) =>
  (await caller.call(getCase, at(queue, id))).body;
const visit = ({ caller }: TestOfficer, queue: string, id: string) => caller.call(recordVisit, at(queue, id));
const REJECT = { decision: 'reject', reasons: [{ field: 'proof', text: '证明材料看不清' }] };
const stateOf = async (id: string) =>
  (await product.services.db.select().from(applications).where(eq(applications.id, id)))[0]!.state;

/** Edits and submits again as the candidate would. */
async function resubmit(id: string, answers: Record<string, unknown>): Promise<void> {
  const { caller } = candidate;
  const { body } = await caller.call(own.getApplication, { params: { id } });
  const saved = await caller.call(
    own.saveApplicationDraft,
    { params: { id }, body: answers },
    { 'if-match': `"${body.version}"` },
  );
  const sent = await caller.call(
    own.submitApplication,
    { params: { id } },
    { 'if-match': `"${saved.body.version}"` },
  );
  expect(sent.status).toBe(200);
}

describe('变更, from the queue to its effect', () => {
  it('is refused before 现场审核, to another district, and without a claim', async () => {
    const id = await anApplication(product, candidate.id);
    expect((await visit(one, 'change', id)).body.code).toBe('review.notClaimed');
    await take(one, 'change', id);
    expect((await look(one, 'change', id)).blocked).toContain('登记现场审核');
    const early = await say(one, 'change', id);
    expect([early.status, early.body.code]).toEqual([409, 'conflict']);
    for (const call of [take(other, 'change', id), visit(other, 'change', id), say(other, 'change', id)])
      expect((await call).status).toBe(404);
    expect((await take(province, 'change', id)).body.code).toBe('conflict');
    expect(await stateOf(id)).toBe('pending');
  });

  it('changes name and sex, keeps the former ones, and renews what was derived', async () => {
    const id = await anApplication(product, candidate.id, {
      answers: {
        what: ['name', 'sex'],
        name: '卓玛·才让',
        sex: '1',
        sexReason: '身份证号码登记有误',
        district: 'T1',
        proof: [crypto.randomUUID()],
      },
    });
    await take(one, 'change', id);
    const visited = await visit(one, 'change', id);
    expect(visited.body).toMatchObject({ visit: { by: one.name }, actions: ['visit', 'approve', 'reject'] });
    const decided = await say(one, 'change', id);
    expect(decided.body).toMatchObject({ state: 'approved', next: null });
    expect((await candidate.caller.call(getAccount)).body.name).toBe('卓玛·才让');
    expect((await candidate.caller.call(getProfile)).body.answers).toMatchObject({
      name: '卓玛·才让',
      sex: '1',
    });
    const { db } = product.services;
    const kept = await db.select().from(personChanges).where(eq(personChanges.candidate, candidate.id));
    expect(kept.map(({ field }) => field).toSorted()).toEqual(['name', 'sex']);
    const { body } = await candidate.caller.call(downloadData);
    expect(body.changes).toMatchObject([
      { field: 'name', before: candidate.name, after: '卓玛·才让' },
      { field: 'sex', before: '2', after: '1' },
    ]);
  });

  it('is shown on the candidate’s timeline with the office, not the officer', async () => {
    const id = await anApplication(product, candidate.id);
    await take(one, 'change', id);
    await visit(one, 'change', id);
    const { body } = await candidate.caller.call(own.getApplication, { params: { id } });
    expect(body.visit).toEqual({ at: '2027-03-05T02:00:00.000Z', office: '测试一区考区工作人员' });
    expect(body.timeline.at(-1)).toMatchObject({ label: '考区现场审核' });
    expect(JSON.stringify(body)).not.toContain(one.name);
    expect((await look(one, 'change', id)).history.at(-1)).toMatchObject({
      by: `测试一区考区 · ${one.name}`,
    });
  });
});

describe('reject, improve, approve', () => {
  it('shows the reasons by field, takes the same application again, and shows what changed', async () => {
    const id = await anApplication(product, candidate.id);
    await take(one, 'change', id);
    const { body } = await say(one, 'change', id, REJECT);
    expect(body.message).toBe(
      '您的变更申请审核不通过，请完善后重新提交。\n1. 证明材料：证明材料看不清\n测试一区考区',
    );
    await resubmit(id, { name: '卓玛措·才让' });
    const shown = await look(one, 'change', id);
    expect(shown).toMatchObject({ version: 2, previousReasons: REJECT.reasons });
    const nameIn = (groups: { rows: { key: string; text: string }[] }[]) =>
      groups.flatMap(({ rows }) => rows).find(({ key }) => key === 'name')!.text;
    expect([nameIn(shown.previous), nameIn(shown.groups)]).toEqual(['卓玛·才让', '卓玛措·才让']);
    await take(one, 'change', id);
    expect((await say(one, 'change', id, { decision: 'approve' }, 1)).status).toBe(412);
  });

  it('comes back to the same reviewer for a day, then to anyone', async () => {
    const id = await anApplication(product, candidate.id);
    await take(one, 'change', id);
    await say(one, 'change', id, REJECT);
    await resubmit(id, { name: '卓玛措·才让' });
    expect((await look(two, 'change', id)).head.reserved).toMatchObject({ mine: false, by: one.name });
    const next = (who: TestOfficer) => who.caller.call(claimNext, { params: { queue: 'change' } });
    const found: string[] = [];
    for (let body; (body = (await next(two)).body).id;) found.push(body.id);
    expect(found).not.toContain(id);
    expect((await take(two, 'change', id)).body.code).toBe('review.claimed');
    await product.at('2027-03-06T01:59:59Z');
    expect((await take(two, 'change', id)).status).toBe(409);
    await product.at('2027-03-06T02:00:00Z');
    expect((await take(two, 'change', id)).status).toBe(200);
  });

  it('may be taken over before, and said so', async () => {
    const id = await anApplication(product, candidate.id);
    await take(one, 'change', id);
    await say(one, 'change', id, REJECT);
    await resubmit(id, { name: '卓玛措·才让' });
    expect((await take(two, 'change', id, true)).status).toBe(200);
  });
});

describe('a sixth kind that only the tests define', () => {
  /** Filed through the same calls the wizard makes. */
  async function filed(): Promise<string> {
    const { caller } = candidate;
    const answers = certificateAnswers();
    await theirFiles(product, candidate.id, answers);
    const begun = await caller.call(own.beginApplication, { body: { kind: COPY } });
    const { id } = begun.body;
    const agreed = await caller.call(own.agreeToRequirements, { params: { id }, body: { version: '3' } });
    const saved = await caller.call(
      own.saveApplicationDraft,
      { params: { id }, body: answers },
      { 'if-match': `"${agreed.body.version}"` },
    );
    expect((await caller.call(own.checkApplication, { params: { id }, body: {} })).status).toBe(200);
    const sent = await caller.call(
      own.submitApplication,
      { params: { id } },
      { 'if-match': `"${saved.body.version}"` },
    );
    expect(sent.status).toBe(200);
    return id;
  }
  async function forwarded(): Promise<string> {
    const id = await filed();
    await take(one, COPY, id);
    await visit(one, COPY, id);
    expect((await say(one, COPY, id)).body.state).toBe('province');
    return id;
  }
  const NUMBER = { decision: 'approve', fields: { number: '补-001' } };

  it('is begun only by its rules and ticked only in its version', async () => {
    const stranger = await anApprovedCandidate(product);
    const refused = await stranger.caller.call(own.beginApplication, { body: { kind: COPY } });
    expect(refused.body).toMatchObject({ code: 'application.refused', detail: '您还没有考籍，不能补办证明' });
    const { caller } = candidate;
    const { id } = (await caller.call(own.beginApplication, { body: { kind: COPY } })).body;
    const agree = (version: string) =>
      caller.call(own.agreeToRequirements, { params: { id }, body: { version } });
    expect((await agree('2')).body.code).toBe('conflict');
    const unread = await caller.call(own.checkApplication, { params: { id }, body: {} });
    expect(unread.body.errors[0]).toEqual({
      path: 'agreement',
      message: '请先阅读办理要求并勾选“我已阅读并知晓补办要求”',
    });
  });

  it('goes from the district to the province, and takes effect there', async () => {
    const id = await forwarded();
    expect(await look(province, COPY, id)).toMatchObject({ asks: { stage: 'province' } });
    expect((await take(one, COPY, id)).body.code).toBe('conflict');
    const counts = async (who: TestOfficer) =>
      (await who.caller.call(getCounts)).body.queues.find(({ queue }: { queue: string }) => queue === COPY);
    expect((await counts(province)).pending).toBe(1);
    expect((await counts(one)).pending).toBe(0);
    await take(province, COPY, id);
    const wrong = [
      { decision: 'approve' },
      { decision: 'approve', fields: { number: '' } },
      { ...NUMBER, fields: { number: '1', more: '2' } },
    ];
    for (const body of wrong) expect((await say(province, COPY, id, body)).status).toBe(422);
    TAKEN.length = 0;
    expect((await say(province, COPY, id, NUMBER)).body.state).toBe('approved');
    expect(TAKEN).toMatchObject([
      {
        id,
        candidate: candidate.id,
        answers: { reason: 'lost' },
        outcome: { province: { number: '补-001' } },
      },
    ]);
    const { body } = await candidate.caller.call(own.getApplication, { params: { id } });
    expect(body).toMatchObject({
      state: 'approved',
      outcome: [{ title: '办理结果', rows: [{ text: '补-001' }] }],
    });
    await product.settle();
    const { items } = (await candidate.caller.call(listMessages)).body;
    const told = Object.fromEntries(
      items.map((item: { title: string; body: string }) => [item.title, item.body]),
    );
    expect(Object.keys(told).toSorted()).toEqual([
      '补办证明申请审核通过',
      '补办证明申请已提交',
      '补办证明申请已现场审核',
      '补办证明申请考区审核通过',
    ]);
    expect(told['补办证明申请审核通过']).toBe('您的补办证明申请已审核通过。请到考区领取证明。');
  });

  it('hands its letter over at the district, once', async () => {
    const id = await forwarded();
    const give = (who: TestOfficer) => who.caller.call(handOver, at(COPY, id));
    expect((await give(one)).body.code).toBe('conflict');
    await take(province, COPY, id);
    await say(province, COPY, id, NUMBER);
    expect((await give(other)).status).toBe(404);
    expect((await give(province)).status).toBe(403);
    expect((await give(one)).body.state).toBe('collected');
    expect((await give(one)).body.code).toBe('conflict');
    const { items } = (
      await one.caller.call(listCases, { params: { queue: COPY }, query: { state: 'approved' } })
    ).body;
    expect(items.map((item: { id: string }) => item.id)).toContain(id);
  });

  it('rejected by the province goes back to the district, and to the province’s own reviewer after it', async () => {
    const id = await forwarded();
    await take(province, COPY, id);
    const { body } = await say(province, COPY, id, REJECT);
    expect(body.message).toMatch(/省考办$/);
    await resubmit(id, { reason: 'other', detail: '用途：求职' });
    expect(await stateOf(id)).toBe('pending');
    await take(one, COPY, id);
    await say(one, COPY, id, { decision: 'approve' }, 2);
    expect((await look(province, COPY, id)).head.reserved).toMatchObject({ mine: true });
  });

  describe('when the process dies between effect and answer', () => {
    const written = (id: string) =>
      product.services.db
        .select()
        .from(limits)
        .where(eq(limits.key, `certificate ${id}`));
    const die = async (outside?: typeof product.services.db) => {
      const id = await forwarded();
      await take(province, COPY, id);
      Object.assign(crash, { now: true, outside });
      expect((await say(province, COPY, id, NUMBER)).status).toBe(500);
      Object.assign(crash, { now: false, outside: undefined });
      return id;
    };

    it('leaves neither decision nor effect, and the next try makes both', async () => {
      const id = await die();
      expect(await stateOf(id)).toBe('province');
      expect(await written(id)).toEqual([]);
      expect((await say(province, COPY, id, NUMBER)).status).toBe(200);
      expect(await stateOf(id)).toBe('approved');
      expect(await written(id)).toHaveLength(1);
    });
    it('control: an effect outside the deciding transaction is left behind', async () => {
      const id = await die(product.services.db);
      expect(await stateOf(id)).toBe('province');
      expect(await written(id)).toHaveLength(1);
    });
  });
});
