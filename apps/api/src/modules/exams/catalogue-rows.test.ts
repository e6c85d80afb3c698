import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as contract from '@zikao/contract/catalogue';
import type { CatalogueTable } from '@zikao/contract/catalogue-tables';
import type { TableRow } from '@zikao/contract/table-rows';
import { auditEntries } from '#platform/tables';
import { majorsOf, planOf } from '#modules/exams';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';

let product: TestApp;
let office: Caller;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  office = (await anOfficer(product, { role: 'province' })).caller;
  await anEnrolment(product, (await anApprovedCandidate(product)).id, { state: 'approved' });
});
afterAll(() => product.close());

type Cells = Record<string, string>;
const row = async (table: CatalogueTable, key: string) =>
  (await office.call(contract.getTableRow, { params: { table, key } })).body as TableRow;
const create = (table: CatalogueTable, cells: Cells) =>
  office.call(contract.createTableRow, { params: { table }, body: { cells } });
const save = async (table: CatalogueTable, key: string, cells: Cells, version?: number) =>
  office.call(
    contract.saveTableRow,
    { params: { table, key }, body: { cells } },
    { 'if-match': `"${version ?? (await row(table, key)).version}"` },
  );
const remove = async (table: CatalogueTable, key: string) =>
  office.call(
    contract.removeTableRow,
    { params: { table, key } },
    { 'if-match': `"${(await row(table, key)).version}"` },
  );
const said = ({ body }: { body: { code: string; errors?: { path: string; message: string }[] } }) =>
  [body.code, ...(body.errors ?? []).map(({ path, message }) => `${path}：${message}`)].join(' ');
const offered = (key: string) => ({ params: { session: SESSION, key } });

describe('refused is', () => {
  it('a cell that is wrong, at its field', async () => {
    expect(said(await create('courses', { code: '1', name: '', credits: 'x' }))).toBe(
      'request.invalid code：格式不对，应如 13000 name：请填写 credits：应为 0 到 30 的数字',
    );
    expect(said(await save('courses', 'T01', { colour: 'red' }))).toBe('request.invalid colour：没有这一列');
  });

  it('a row that is there, one that is not, and what does not fit the rest', async () => {
    expect(said(await create('courses', { code: 'T01', name: '又一门' }))).toBe('row.exists');
    expect(
      (await office.call(contract.getTableRow, { params: { table: 'courses', key: 'T99' } })).status,
    ).toBe(404);
    expect(said(await create('courses', { code: 'X05', name: 'a', theory: 'T04' }))).toBe(
      'row.refused theory：只有实践课程才有先修理论课程',
    );
  });

  it('a change by whoever saw an older row', async () => {
    const { version } = await row('courses', 'T02');
    expect((await save('courses', 'T02', { credits: '3' }, version)).status).toBe(200);
    expect(said(await save('courses', 'T02', { credits: '4' }, version))).toBe('request.stale');
  });

  it('to take away what is needed', async () => {
    expect(said(await remove('courses', 'T01'))).toContain('课程 T01 有 1 名考生报考过或已有成绩，不能删除');
    expect(said(await remove('majors', 'TM1'))).toContain('有 1 名考生报考过');
    expect(said(await remove('plans', 'TM1 2024'))).toContain('已有考生按它报考，不能删除');
    const { body } = await office.call(contract.getOfferingRow, offered('T01'));
    const gone = await office.call(contract.removeOfferingRow, offered('T01'), {
      'if-match': `"${body.version}"`,
    });
    expect(said(gone)).toContain('课程 T01 已有 1 名考生在这个考次报考，不能改场次或取消');
  });

  it('to change a plan that people follow', async () => {
    expect(said(await save('plans', 'TM1 2024', { minCourses: '3' }))).toContain('请另建新版本');
    expect(said(await remove('plan-courses', 'TM1 2024 T07'))).toContain('已有 1 名考生按这一版计划报考');
  });

  it('a copy of a plan that is there already, or earlier than what it is made from', async () => {
    const copy = (body: { version: string; from: string }) =>
      office.call(contract.copyPlan, { params: { major: 'TM1', plan: '2024' }, body });
    expect(said(await copy({ version: '2030', from: '2028-01-01' }))).toContain(
      'version：这个专业已有这个版本',
    );
    expect(said(await copy({ version: '2021', from: '2021-01-01' }))).toContain('from：应晚于');
  });
});

describe('an officer', () => {
  it('finds rows by any of their words, page by page', async () => {
    const list = async (query: { search?: string; cursor?: string; limit?: string }) =>
      (await office.call(contract.listTableRows, { params: { table: 'courses' }, query: query as never }))
        .body;
    const first = await list({ search: '工程', limit: '2' });
    const second = await list({ search: '工程', limit: '2', cursor: first.next });
    expect(first.items).toHaveLength(2);
    expect(first.total).toBeGreaterThan(3);
    expect(second.items[0].key > first.items[1].key).toBe(true);
    expect((await list({ search: 'T05 软件' })).items.map(({ key }: TableRow) => key)).toEqual(['T05']);
  });

  it('changes one cell and leaves the others, with the difference in the trail', async () => {
    const { body } = await save('majors', 'TM4', { newcomersEnd: '2026-09-01', school: '青海大学' });
    expect(body.cells).toMatchObject({
      name: '计算机应用技术',
      school: '青海大学',
      newcomersEnd: '2026-09-01',
    });
    const trail = await product.services.db.select({ why: auditEntries.why }).from(auditEntries);
    expect(trail.map(({ why }) => why)).toContain(
      '主考学校：空 改为 青海大学；停止招生日期：空 改为 2026-09-01',
    );
  });

  it('closes a major to newcomers from its day on, whatever its state says', async () => {
    const stateOf = async () => (await majorsOf(product.services)).find(({ code }) => code === 'TM2')?.status;
    await save('majors', 'TM2', { newcomersEnd: '2027-03-06' });
    expect(await stateOf()).toBe('open');
    await product.at('2027-03-05T16:00:00Z');
    expect(await stateOf()).toBe('phaseOut');
    await product.at(DURING);
  });

  it('begins a new version of a followed plan as a copy, changes that, and it comes into force on its day', async () => {
    const copied = await office.call(contract.copyPlan, {
      params: { major: 'TM1', plan: '2024' },
      body: { version: '2027', from: '2027-04-01' },
    });
    expect([copied.status, copied.body.key]).toEqual([201, 'TM1 2027']);
    expect((await remove('plan-courses', 'TM1 2027 T07')).status).toBe(204);
    expect(
      (await save('plans', 'TM1 2027', { minCourses: '4', conditions: '思想品德鉴定合格' })).status,
    ).toBe(200);
    expect((await planOf(product.services, 'TM1'))?.version).toBe('2024');
    await product.at('2027-04-02T00:00:00Z');
    const plan = (await planOf(product.services, 'TM1'))!;
    expect([plan.version, plan.minCourses, plan.conditions]).toEqual(['2027', 4, ['思想品德鉴定合格']]);
    expect(plan.courses.map(({ code }) => code)).toEqual(['T01', 'T02', 'T03', 'T05']);
    await product.at(DURING);
  });

  it('moves a course nobody has enrolled for to another half-day, and offers one more', async () => {
    const { body } = await office.call(contract.getOfferingRow, offered('T06'));
    const moved = await office.call(
      contract.saveOfferingRow,
      { ...offered('T06'), body: { cells: { slot: '2' } } },
      { 'if-match': `"${body.version}"` },
    );
    expect(moved.body.cells).toEqual({ course: 'T06', slot: '2' });
    const more = await office.call(contract.createOfferingRow, {
      params: { session: SESSION },
      body: { cells: { course: 'T07', slot: '3' } },
    });
    expect(more.status).toBe(201);
  });
});
