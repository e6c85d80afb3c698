import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  importOfferings,
  importTable,
  previewOfferings,
  previewTable,
  tableTemplate,
} from '@zikao/contract/catalogue';
import type { CatalogueTable, CourseRow } from '@zikao/contract/catalogue-tables';
import type { ImportPreview } from '@zikao/contract/imports';
import { MAX_SHEET_BYTES } from '@zikao/contract/sheets';
import { applyImport, type ImportTarget, previewImport } from '#platform/imports';
import { Problem } from '#platform/problem';
import { auditEntries } from '#platform/tables';
import { coursesOf, offeringsOf, planOf } from '#modules/exams';
import { createTestApp, type TestApp } from '#test/app';
import { type Caller, createCaller } from '#test/caller';
import { aCtx } from '#test/ctx';
import { anApprovedCandidate, anEnrolment, anExam, DURING, SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { xlsx } from '#test/sheets/xlsx';
import { courseTable } from './course-table.ts';

let product: TestApp;
let office: Caller;
let who: { id: string; name: string; role: 'province' };
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  const { id, name, caller } = await anOfficer(product, { role: 'province' });
  who = { id, name, role: 'province' };
  office = caller;
  // Somebody follows TM1, and sits T01 in the first half-day.
  await anEnrolment(product, (await anApprovedCandidate(product)).id, { state: 'approved' });
});
afterAll(() => product.close());

type Removal = 'keep' | 'remove';
const file = (text: string) => new Uint8Array(Buffer.from(text));
const look = async (table: CatalogueTable, body: Uint8Array<ArrayBuffer>, removal: Removal = 'keep') =>
  (await office.call(previewTable, { params: { table }, query: { name: '表.csv', removal }, body }))
    .body as ImportPreview;
const take = (
  table: CatalogueTable,
  body: Uint8Array<ArrayBuffer>,
  basis = '0'.repeat(64),
  removal: Removal = 'keep',
) => office.call(importTable, { params: { table }, query: { name: '表.csv', removal, basis }, body });
const said = ({ faults }: ImportPreview) =>
  faults.map(({ no, title, message }) => [no && `第 ${no} 行`, title, message].filter(Boolean).join(' '));
const template = async (table: CatalogueTable, format: 'csv' | 'xlsx') =>
  Buffer.from(
    (await office.call(tableTemplate, { params: { table }, query: { format, with: 'rows' } })).bytes,
  );

const PLAN = '专业代码,计划版本';
describe('a preview says what is wrong, by row and column', () => {
  it.each<[string, CatalogueTable, string, string]>([
    ['a column is missing', 'courses', '名称\n数学', '课程代码 缺少这一列'],
    ['a column is there twice', 'courses', '课程代码,代码,课程名称\nX01,X01,a', '课程代码 有不止一列'],
    ['a cell is empty', 'courses', '课程代码,课程名称\nX01,\n', '第 2 行 课程名称 请填写'],
    [
      'a number is none',
      'courses',
      '课程代码,课程名称,学分\nX01,a,两分',
      '第 2 行 学分 “两分”应为 0 到 30 的数字',
    ],
    ['a course is there twice', 'courses', '课程代码,课程名称\nX01,a\nX02,b\nX01,c', '第 4 行 与第 2 行重复'],
    [
      'a theory part is unknown',
      'courses',
      '课程代码,课程名称,实践课程,先修理论课程\nX01,a,是,X99',
      '第 2 行 先修理论课程 课程表里没有 X99',
    ],
    [
      'a state is none',
      'majors',
      '专业代码,专业名称,学历层次,开考状态\nXM1,a,专科,开着',
      '第 2 行 开考状态 “开着”应为“开考”',
    ],
    [
      'the phase-out ends before it begins',
      'majors',
      '专业代码,专业名称,学历层次,开考状态,停止招生日期,停考过渡截止日期\nXM1,a,专科,开考,2027-9-1,2027/8/31',
      '停考过渡截止日期 不应早于停止招生日期',
    ],
    ['a plan is of no major', 'plans', `${PLAN},执行日期\nXM9,1,2027-01-01`, '第 2 行 专业代码 没有专业 XM9'],
    [
      'a plan that people follow is changed',
      'plans',
      `${PLAN},执行日期,最少门数\nTM1,2024,2024-09-01,9`,
      '第 2 行 已有 1 名考生按这一版计划报考',
    ],
    [
      'its courses are changed',
      'plan-courses',
      `${PLAN},课程代码,课程组\nTM1,2024,T06,必考`,
      '计划 TM1 2024：已有 1 名考生',
    ],
    [
      'a group is unknown',
      'plan-courses',
      `${PLAN},课程代码,课程组\nTM1,2030,T06,选考`,
      '课程组 这一版计划没有课程组“选考”',
    ],
    [
      'a group asks for all and for some',
      'groups',
      `${PLAN},课程组,要求,最少门数\nTM1,2030,选考,全部合格,3`,
      '要求全部合格的课程组，不填最少门数',
    ],
    [
      'a course replaces itself',
      'replacements',
      '依据,旧课程代码,旧课程名称,新课程代码,起始日期,依据来源,出处\n旧课程,T01,a,T01,2024-01-01,本省文件,文',
      '不能顶替自己',
    ],
  ])('%s', async (_, table, text, sentence) => {
    const preview = await look(table, file(text));
    expect(said(preview).join('\n')).toContain(sentence);
    expect(preview.basis).toBeUndefined();
  });

  it('what is in use is to be removed', async () => {
    const kept = (await template('courses', 'csv'))
      .toString()
      .split('\r\n')
      .filter((line) => !/^T0[13],/.test(line));
    const preview = await look('courses', file(kept.join('\n')), 'remove');
    expect(said(preview)).toEqual([
      '课程 T01 有 1 名考生报考过或已有成绩，不能删除',
      '课程 T03 在开考计划里，不能删除',
    ]);
  });

  it('somebody else sends a file larger than it may be: it is not even taken in', async () => {
    const request = {
      params: { table: 'courses' as const },
      query: { name: 'a.csv' },
      body: new Uint8Array(MAX_SHEET_BYTES + 1),
    };
    expect((await createCaller(product).call(previewTable, request)).status).toBe(401);
    expect((await office.call(previewTable, request)).status).toBe(413);
  });

  it('a file that cannot be read at all', async () => {
    const { status, body } = await office.call(previewTable, {
      params: { table: 'courses' },
      query: { name: 'a.xlsx' },
      body: new Uint8Array(
        xlsx([
          ['课程代码', '课程名称'],
          ['X01', '<c><f>A1</f></c>'],
        ]),
      ),
    });
    expect([status, body.code]).toEqual([422, 'sheet.cells']);
    expect(body.errors[0].message).toContain('第 2 行 B 列（课程名称）：是公式');
  });
});

describe('an import', () => {
  const good = file(
    '课程代码,课程名称,学分,备注\nX01,高等数学,6.5,x\nT06,外国文学史（修订）,6,\nT07,没有开考的课程,4,\n',
  );

  it('is refused without a preview, or after anything has changed since', async () => {
    expect((await take('courses', good)).body.code).toBe('import.stale');
    const { basis } = await look('courses', good);
    const other = file('课程代码,课程名称\nX00,几何');
    expect((await take('courses', other, (await look('courses', other)).basis)).status).toBe(200);
    expect((await take('courses', good, basis)).body.code).toBe('import.stale');
    expect((await coursesOf(product.services)).has('X01')).toBe(false);
  });

  it('shows every difference, writes exactly that, once, and into the trail', async () => {
    const preview = await look('courses', good);
    expect(preview).toMatchObject({
      rows: 3,
      ignored: ['备注'],
      counts: { added: 1, changed: 1, removed: 0, same: 1 },
    });
    expect(preview.differences).toEqual([
      {
        kind: 'changed',
        no: 3,
        name: 'T06',
        cells: [{ title: '课程名称', before: '外国文学史', after: '外国文学史（修订）' }],
      },
      expect.objectContaining({ kind: 'added', no: 2, name: 'X01' }),
    ]);
    const answers = await Promise.all([
      take('courses', good, preview.basis),
      take('courses', good, preview.basis),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const now = await coursesOf(product.services, ['X01', 'T06', 'T05']);
    expect([now.get('X01')?.credits, now.get('T06')?.name, now.get('T05')?.theory]).toEqual([
      6.5,
      '外国文学史（修订）',
      'T04',
    ]);
    const trail = await product.services.db.select({ why: auditEntries.why }).from(auditEntries);
    expect(trail.map(({ why }) => why)).toContain('表.csv：新增 1，修改 1，删除 0');
  });

  it('writes nothing when one row is wrong, even if somebody says it was previewed', async () => {
    const mixed = file('课程代码,课程名称,实践课程,先修理论课程\nX07,好的,否,\nX08,坏的,是,X99');
    const { status } = await take('courses', mixed);
    expect([status, (await coursesOf(product.services)).has('X07')]).toEqual([409, false]);
  });

  it.each<[CatalogueTable, 'csv' | 'xlsx']>([
    ['courses', 'xlsx'],
    ['majors', 'csv'],
    ['plans', 'xlsx'],
    ['groups', 'csv'],
    ['plan-courses', 'xlsx'],
    ['replacements', 'csv'],
  ])('of what was downloaded changes nothing: %s as %s', async (table, format) => {
    const preview = await look(table, await template(table, format), 'remove');
    expect(preview.faults).toEqual([]);
    expect(preview.counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(preview.counts.same).toBeGreaterThan(0);
  });

  it('brings a new version of a plan, table by table, which comes into force on its day', async () => {
    const parts: [CatalogueTable, string][] = [
      ['plans', `${PLAN},执行日期,最少学分,毕业条件\nTM1,2027,2027年3月1日,8,具有专科毕业证书；实践合格`],
      [
        'groups',
        `${PLAN},课程组,要求,最少门数,最多计入门数\nTM1,2027,必考,全部合格,,\nTM1,2027,外语,按门数或学分,1,1`,
      ],
      ['plan-courses', `${PLAN},课程代码,课程组\nTM1,2027,T01,必考\nTM1,2027,T06,外语\nTM1,2027,T03,外语`],
    ];
    for (const [table, text] of parts) {
      const { basis } = await look(table, file(text));
      expect((await take(table, file(text), basis)).status).toBe(200);
    }
    const plan = await planOf(product.services, 'TM1');
    expect(plan).toMatchObject({
      version: '2027',
      minCredits: 8,
      conditions: ['具有专科毕业证书', '实践合格'],
    });
    expect(plan!.groups.map(({ name, maxCourses }) => [name, maxCourses])).toEqual([
      ['必考', null],
      ['外语', 1],
    ]);
    expect(plan!.courses.map(({ code }) => code)).toEqual(['T01', 'T06', 'T03']);
  });
});

describe('the courses a session offers', () => {
  const request = (text: string, removal: Removal = 'keep') => ({
    params: { session: SESSION },
    query: { name: 'a.csv', removal },
    body: file(text),
  });
  const ask = async (text: string, removal?: Removal) =>
    (await office.call(previewOfferings, request(text, removal))).body as ImportPreview;

  it('stay where people have enrolled for them, and go only to half-days there are', async () => {
    expect(said(await ask('课程代码,场次\nT01,2\nT02,9\nT99,1'))).toEqual([
      '第 3 行 场次 这个考次没有第 9 场',
      '第 4 行 课程代码 课程表里没有 T99',
      '课程 T01 已有 1 名考生在这个考次报考，不能改场次或取消',
    ]);
  });

  it('are replaced by a file as a whole', async () => {
    const text = '课程代码,场次\nT01,1\nT02,2\nT03,3';
    const { basis, counts } = await ask(text, 'remove');
    expect(counts).toEqual({ added: 0, changed: 2, removed: 2, same: 1 });
    const { query, ...rest } = request(text, 'remove');
    expect((await office.call(importOfferings, { ...rest, query: { ...query, basis: basis! } })).status).toBe(
      200,
    );
    const offered = await offeringsOf(product.services, SESSION);
    expect(offered.map(({ code, slot }) => [code, slot])).toEqual([
      ['T01', '1'],
      ['T02', '2'],
      ['T03', '3'],
    ]);
  });
});

const creditsOf = (credits: number) => ({
  bytes: Buffer.from(`课程代码,课程名称,学分\nT03,美学,${credits}`),
  name: 'a.csv',
  removal: 'keep' as const,
});

/** Two officers who previewed different files of the same course, and confirm at once. */
async function race(target: ImportTarget<CourseRow>, credits: [number, number]): Promise<string[]> {
  const files = credits.map(creditsOf);
  const looked = await Promise.all(files.map((one) => previewImport(aCtx(product, who), courseTable, one)));
  const ends = await Promise.allSettled(
    files.map((one, at) => applyImport(aCtx(product, who), target, { ...one, basis: looked[at]!.basis! })),
  );
  return ends.map((end) =>
    end.status === 'fulfilled' ? 'written' : end.reason instanceof Problem ? end.reason.code : 'broken',
  );
}

it('of two imports previewed on the same state one is written, the other asks to look again', async () => {
  expect((await race(courseTable, [3, 4])).toSorted()).toEqual(['import.stale', 'written']);
});

it('negative control: without the lock, both are written and one undoes the other unseen', async () => {
  let arrived = 0;
  let meet: () => void;
  const both = new Promise<void>((met) => void (meet = met));
  const unlocked: ImportTarget<CourseRow> = {
    ...courseTable,
    async lock() {},
    async check(context, changes, filed) {
      if ((arrived += 1) === 2) meet();
      await both;
      return courseTable.check(context, changes, filed);
    },
  };
  expect(await race(unlocked, [5, 6])).toEqual(['written', 'written']);
  expect([5, 6]).toContain((await coursesOf(product.services)).get('T03')?.credits);
});
