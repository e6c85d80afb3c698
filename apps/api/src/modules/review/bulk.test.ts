import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimCase, decide, getCase } from '@zikao/contract/review';
import { approveBulk, previewBulk } from '@zikao/contract/review-bulk';
import { getReasons, saveReasons } from '@zikao/contract/review-reasons';
import { getStatistics } from '@zikao/contract/review-statistics';
import { auditEntries } from '#platform/tables';
import { profiles, profileSubmissions } from '#tables/candidates';
import { admissionNumbers } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import { aSubmittedProfile, DISTRICT, OTHER_DISTRICT, theDistricts } from '#test/factories/review';
import { claims, decisions } from './tables.ts';

const queue = 'profiles';
let product: TestApp;
let one: TestOfficer;
let two: TestOfficer;
let other: TestOfficer;
let province: TestOfficer;

beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  one = await anOfficer(product, { district: DISTRICT });
  two = await anOfficer(product, { district: DISTRICT });
  other = await anOfficer(product, { district: OTHER_DISTRICT });
  province = await anOfficer(product, { role: 'province' });
});
afterAll(() => product.close());
beforeEach(async () => {
  const { db } = product.services;
  await product.at('2027-03-08T10:00:00Z');
  await db.update(profiles).set({ state: 'approved' });
  for (const table of [claims, decisions]) await db.delete(table);
});

const take = ({ caller }: TestOfficer, id: string) =>
  caller.call(claimCase, { params: { queue, id }, body: {} });
const preview = async ({ caller }: TestOfficer, ids: string[]) =>
  (await caller.call(previewBulk, { params: { queue }, body: { ids } })).body.rows;
const approveAll = ({ caller }: TestOfficer, ids: string[], key?: string) =>
  caller.call(
    approveBulk,
    { params: { queue }, body: { cases: ids.map((id) => ({ id, no: 1 })) } },
    key ? { 'idempotency-key': key } : {},
  );
const say = ({ caller }: TestOfficer, id: string, body: object, no = 1) =>
  caller.call(decide, { params: { queue, id }, body: body as never }, { 'if-match': `"${no}"` });
const decidedBy = async (officer: TestOfficer) =>
  (await product.services.db.select().from(decisions).where(eq(decisions.officer, officer.id))).map(
    ({ subject }) => subject,
  );

/** One of each sort, in the order in which they were submitted. */
async function six() {
  const at = (i: number) => ({ submittedAt: `2027-03-08T08:00:0${i}Z` });
  const clean = await aSubmittedProfile(product, at(0));
  const desk = await aSubmittedProfile(product, { ...at(1), photoState: 'desk' });
  const theirs = await aSubmittedProfile(product, at(2));
  const again = await aSubmittedProfile(product, { ...at(3), no: 2 });
  const done = await aSubmittedProfile(product, { ...at(4), state: 'rejected' });
  const foreign = await aSubmittedProfile(product, { ...at(5), district: OTHER_DISTRICT });
  const judgement = { passed: true, measures: [] } as never;
  await product.services.db.update(profileSubmissions).set({ judgement });
  await take(two, theirs.id);
  return [clean, desk, theirs, again, done, foreign].map(({ id }) => id);
}

describe('approving together', () => {
  it('shows beforehand which cannot be and why, which ask for a look, and changes nothing', async () => {
    const ids = await six();
    const rows = await preview(one, ids);
    expect(rows.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 5));
    expect(rows.map(({ excluded = '' }) => excluded)).toEqual([
      '',
      expect.stringContaining('照片待线下采集'),
      `${two.name}正在审核`,
      '',
      '现在不由您审核，或已经审核过了',
    ]);
    expect(rows.map(({ warnings }: { warnings: string[] }) => warnings.join())).toEqual([
      '',
      '',
      '',
      '第 2 次提交，请看与上次的差异',
      '',
    ]);
    const { db } = product.services;
    expect(await db.select().from(decisions)).toEqual([]);
    expect(await db.select().from(admissionNumbers)).toEqual([]);
    expect(await preview(province, ids.slice(0, 1))).toMatchObject([
      { excluded: '现在不由您审核，或已经审核过了' },
    ]);
  });

  it('does what can be done, row by row, by the rules of one decision; what cannot stays as it was', async () => {
    const ids = await six();
    const { body } = await approveAll(one, ids);
    expect(body.rows.map(({ approved }: { approved: boolean }) => approved)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(body.rows[0].said).toMatch(/^审核通过，准考证号 \d{12}$/);
    // Submitted again since it was looked at.
    expect(body.rows[3].said).toBe('考生已重新提交，请刷新后再审核。');
    expect(body.rows[5].said).toBe('没有找到这一件');
    expect(await decidedBy(one)).toEqual([ids[0]]);
    expect(await product.services.db.select().from(claims)).toMatchObject([
      { officer: two.id, subject: ids[2] },
    ]);
    const trail = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `profile:${ids[0]}`));
    expect(trail).toMatchObject([{ actor: one.id, action: 'review.approveBulk', why: '考区审核通过' }]);
  });

  it('is done once however often it is asked for, also by two at the same time', async () => {
    const ids = await Promise.all(
      Array.from({ length: 6 }, async () => (await aSubmittedProfile(product)).id),
    );
    const key = 'bulk-same-key';
    const first = await approveAll(one, ids.slice(0, 2), key);
    expect((await approveAll(one, ids.slice(0, 2), key)).body).toEqual(first.body);
    const [mine, theirs] = await Promise.all([approveAll(one, ids), approveAll(two, ids.toReversed())]);
    const approved = [...mine.body.rows, ...theirs.body.rows].filter((row) => row.approved);
    expect(approved).toHaveLength(4);
    expect((await product.services.db.select().from(decisions)).length).toBe(6);
  });
});

describe('the figures', () => {
  const figures = async ({ caller }: TestOfficer, query: object = {}) =>
    (await caller.call(getStatistics, { query: query as never })).body;
  const REJECT = { decision: 'reject', reasons: [{ field: 'address', text: '请写到门牌号' }] };
  const after = async (officer: TestOfficer, seconds: number, body: object, given: object = {}) => {
    const { id } = await aSubmittedProfile(product, given);
    await product.at('2027-03-08T10:00:00Z');
    await take(officer, id);
    await product.at(new Date(Date.parse('2027-03-08T10:00:00Z') + seconds * 1000));
    expect((await say(officer, id, body, (given as { no?: number }).no)).status).toBe(200);
  };

  it('are one’s own beside one’s district’s: decided, median seconds, first-pass rate', async () => {
    await after(one, 10, { decision: 'approve' });
    await after(one, 20, REJECT);
    await after(one, 90, { decision: 'approve' }, { no: 2 });
    await after(two, 40, { decision: 'approve' });
    await after(other, 200, REJECT, { district: OTHER_DISTRICT });
    const { id } = await aSubmittedProfile(product);
    await approveAll(two, [id]);

    const mine = await figures(one);
    expect(mine).toMatchObject({ from: '2027-03-08', to: '2027-03-08', office: '西宁市考区' });
    expect(mine.total).toEqual({
      own: { decided: 3, approved: 2, rejected: 1, medianSeconds: 20, firstPassRate: 0.5 },
      office: { decided: 5, approved: 4, rejected: 1, medianSeconds: 30, firstPassRate: 0.75 },
    });
    expect(mine.rows[0]).toEqual({ queue, ...mine.total });
    // Whatever district they ask for.
    expect(await figures(one, { district: OTHER_DISTRICT })).toEqual(mine);
    expect((await figures(other)).total.office).toMatchObject({ decided: 1, firstPassRate: 0 });
    expect((await figures(province, { district: OTHER_DISTRICT })).total.office).toMatchObject({
      decided: 1,
    });
    expect((await figures(province)).total.office).toMatchObject({ decided: 0, medianSeconds: null });
    expect((await figures(one, { from: '2027-03-01', to: '2027-03-07' })).total.own.decided).toBe(0);
  });
});

describe('the ready reasons', () => {
  const list = async () => (await province.caller.call(getReasons, { params: { queue } })).body;
  const save = (items: object[], version: number) =>
    province.caller.call(
      saveReasons,
      { params: { queue }, body: { items: items as never } },
      { 'if-match': `"${version}"` },
    );

  it('are edited by the province; decisions taken before keep their words, uses are counted', async () => {
    const before = await list();
    const [first, second] = before.items;
    const { id } = await aSubmittedProfile(product);
    await take(one, id);
    const reasons = [
      { field: first.field, text: first.text },
      { field: 'address', text: '自己写的' },
    ];
    await say(one, id, { decision: 'reject', reasons });
    expect((await list()).items[0]).toMatchObject({
      code: first.code,
      uses: 1,
      lastUsedAt: expect.any(String),
    });

    expect((await save([], 99)).body.code).toBe('request.stale');
    const nowhere = { field: 'nothing', label: '无', text: '无' };
    expect((await save([nowhere], before.version)).body.errors[0].path).toBe('items.0.field');
    const added = { field: 'address', label: '新的一条', text: '请写明门牌号。' };
    const saved = await save(
      [added, { ...second, label: '改了名称' }, { ...first, text: '换了说法。' }],
      before.version,
    );
    expect(
      saved.body.items.map(({ label, text, uses }: Record<string, unknown>) => [label, text, uses]),
    ).toEqual([
      ['新的一条', '请写明门牌号。', 0],
      ['改了名称', second.text, 0],
      [first.label, '换了说法。', 0],
    ]);
    expect((await save([], before.version)).body.code).toBe('request.stale');

    const shown = await one.caller.call(getCase, { params: { queue, id } });
    expect(shown.body.reasonChoices.map(({ text }: { text: string }) => text)).toEqual([
      '请写明门牌号。',
      second.text,
      '换了说法。',
    ]);
    const [submission] = await product.services.db
      .select()
      .from(profileSubmissions)
      .where(eq(profileSubmissions.profile, id));
    expect(submission!.reasons).toEqual(reasons);
    // The words before come back with their uses.
    const back = await save([first], saved.body.version);
    expect(back.body.items).toMatchObject([{ code: first.code, uses: 1 }]);
  });
});
