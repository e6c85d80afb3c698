import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '@zikao/contract/exams';
import { currentSession, requireOpen, windowOf, windowsOf } from '#modules/exams';
import { texts, windows } from '#tables/exams';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';

let product: TestApp;
let session: string;
const caller = () => createCaller(product);
const get = async (endpoint: Parameters<ReturnType<typeof caller>['call']>[0], request = {}) =>
  caller().call(endpoint, request);

beforeAll(async () => {
  product = await createTestApp();
  session = (await currentSession(product.services))!.id;
  const set = (district: string | null, opensAt: string, closesAt: string) => ({
    session,
    function: 'change' as const,
    district,
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
  });
  await product.services.db.delete(windows).where(eq(windows.function, 'change'));
  await product.services.db
    .insert(windows)
    .values([
      set(null, '2027-03-01T01:00:00Z', '2027-03-08T10:00:00Z'),
      set('632801', '2027-03-01T01:00:00Z', '2027-03-09T10:00:00Z'),
    ]);
});
afterAll(() => product.close());

describe('a window', () => {
  it.each([
    ['2027-03-01T00:59:59.999Z', false],
    ['2027-03-01T01:00:00.000Z', true],
    ['2027-03-08T09:59:59.999Z', true],
    ['2027-03-08T10:00:00.000Z', false],
  ])('at %s open is %s', async (moment, open) => {
    await product.at(moment);
    expect((await windowOf(product.services, session, 'change'))!.open).toBe(open);
    const { body } = await get(contract.getSite);
    expect(body.session.windows.change.open).toBe(open);
    expect(body.now).toBe(moment);
    await product.at();
  });

  it("of a district goes before the province's, for that district only", async () => {
    await product.at('2027-03-08T12:00:00Z');
    const open = async (district: string) =>
      (await windowOf(product.services, session, 'change', district))!.open;
    expect([await open('630100'), await open('632801')]).toEqual([false, true]);
    const all = await windowsOf(product.services, session, 'change');
    expect([...all].filter(([, window]) => window.open).map(([code]) => code)).toEqual(['632801']);
    expect(all.size).toBe(9);
    await product.at();
  });

  it('that is closed refuses with its times in Chinese', async () => {
    await product.at('2027-03-08T10:00:00Z');
    await expect(requireOpen(product.services, 'change', '630100')).rejects.toMatchObject({
      code: 'window.closed',
      extra: { detail: '变更申请已于 2027年3月8日 18:00 截止。' },
    });
    await expect(requireOpen(product.services, 'change', '632801')).resolves.toBeUndefined();
    await product.at('2027-02-08T10:00:00Z');
    await expect(requireOpen(product.services, 'change')).rejects.toMatchObject({
      extra: { detail: '变更申请将于 2027年3月1日 09:00 开始。' },
    });
    await product.at();
  });
});

describe('texts', () => {
  it('answer the newest published version, and 404 for what is not published yet', async () => {
    const publishedAt = new Date('2100-01-01T00:00:00Z');
    const { db } = product.services;
    const next = { version: '2', title: '考生须知', body: '新', publishedAt };
    await db.insert(texts).values([
      { id: 'candidateNotice-2', kind: 'candidateNotice', ...next },
      { id: 'notice-later', kind: 'notice', ...next },
    ]);
    expect((await get(contract.getText, { params: { kind: 'candidateNotice' } })).body.version).toBe('1');
    expect((await get(contract.getNotice, { params: { id: 'notice-later' } })).status).toBe(404);
    await product.at('2100-01-01T00:00:00Z');
    expect((await get(contract.getText, { params: { kind: 'candidateNotice' } })).body.version).toBe('2');
    await product.at();
  });

  it('are listed on the site by title only, newest first', async () => {
    const { notices } = (await get(contract.getSite)).body;
    expect(notices).toHaveLength(4);
    expect(Object.keys(notices[0])).toEqual(['id', 'title', 'publishedAt']);
    const { status, body } = await get(contract.getNotice, { params: { id: notices[0].id } });
    expect([status, body.kind]).toEqual([200, 'notice']);
    expect((await get(contract.getNotice, { params: { id: 'privacy-1' } })).status).toBe(404);
  });
});

describe('code tables', () => {
  it('refuse a table that does not exist, naming it', async () => {
    const { status, body } = await get(contract.getCodeTables, { query: { names: 'sex,toString' } });
    expect([status, body.errors]).toEqual([422, [{ path: 'names', message: '没有代码表“toString”' }]]);
  });

  it('give stored tables and those of the catalogue alike', async () => {
    const { body } = await get(contract.getCodeTables, { query: { names: 'sex,district,slot,major' } });
    expect(body.sex).toEqual([
      { code: '1', name: '男' },
      { code: '2', name: '女' },
    ]);
    expect(body.district[0]).toEqual({ code: '630100', name: '西宁市' });
    expect(body.slot[0].name).toMatch(/^\d+月\d+日 周六 上午 9:00–11:30$/);
    expect(body.major[0].name).toMatch(/^\d{6}K? .+示例.+ 专升本$/);
  });
});

describe('the catalogue', () => {
  it('answers 404 for a major without a plan', async () => {
    expect((await get(contract.getPlan, { params: { code: '350105' } })).status).toBe(404);
    expect((await get(contract.getPlan, { params: { code: 'nope' } })).status).toBe(404);
  });

  it('shows majors, plans and the timetable to anyone', async () => {
    const majors = (await get(contract.listMajors)).body.items;
    expect(majors.find(({ code }: { code: string }) => code === '350105')).toMatchObject({
      name: '藏语言文学',
      status: 'phaseOut',
      hasPlan: false,
    });
    const plan = (await get(contract.getPlan, { params: { code: '080901' } })).body;
    expect([plan.minCourses, plan.minCredits, plan.courses.length]).toEqual([14, 73, 21]);
    const { items, session: shown } = (await get(contract.getTimetable)).body;
    expect(shown.slots).toHaveLength(4);
    expect(items.length).toBeGreaterThan(50);
    expect((await get(contract.listDistricts)).body.items).toHaveLength(9);
  });
});
