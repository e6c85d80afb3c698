import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportList, EXPORT_NAMES, type ExportName, EXPORTS } from '@zikao/contract/exports';
import { listAccess } from '@zikao/contract/identity';
import { profiles } from '#tables/candidates';
import { auditEntries } from '#platform/tables';
import { streamRows } from '#platform/stream-rows';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { anApplication, applicationTime } from '#test/factories/applications';
import { anApprovedCandidate, anEnrolment, anExam, DURING, OPENS, SESSION } from '#test/factories/enrolments';
import { anOfficer, aSession, type TestCandidate } from '#test/factories/identity';
import { aRecordEntry, anAdmissionNumber } from '#test/factories/records';
import { aScore } from '#test/factories/scores';
import { areSeated, aRun, aVenue } from '#test/factories/seating';

let product: TestApp;
let mine: TestCandidate;
let other: TestCandidate;
let district: Caller;
let province: Caller;

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
  await product.at(DURING);
  const run = await aRun(product, await aVenue(product));
  mine = await aPerson('T1', run, 1);
  other = await aPerson('T2', run, 2);
  [district, province] = await Promise.all([
    signedIn(await anOfficer(product, { district: 'T1' })),
    signedIn(await anOfficer(product, { role: 'province' })),
  ]);
});
afterAll(() => product.close());

async function signedIn({ id }: { id: string }): Promise<Caller> {
  const caller = createCaller(product);
  caller.cookie = (await aSession(product, id)).cookie;
  return caller;
}

/** Somebody with a line in every list. */
async function aPerson(of: string, run: Awaited<ReturnType<typeof aRun>>, seat: number) {
  const candidate = await anApprovedCandidate(product, { district: of });
  const { id } = candidate;
  const enrolment = await anEnrolment(product, id, { state: 'approved', district: of });
  await anApplication(product, id, { district: of });
  await aRecordEntry(product, id, { course: 'T06', kind: 'passed', score: '66' });
  await aScore(product, id, { course: 'T01', session: SESSION, publishedAt: new Date(OPENS) });
  await areSeated(product, run, { candidate: id, enrolment, seat, district: of });
  return candidate;
}

const ask = (caller: Caller, list: ExportName, query = {}) =>
  caller.call(exportList, { params: { list }, query: { format: 'csv', session: SESSION, ...query } });
const csv = async (caller: Caller, list: ExportName, query = {}) =>
  (await ask(caller, list, query)).bytes.toString();

describe.each(EXPORT_NAMES)('%s', (list) => {
  it('holds to a district officer the own district alone, whatever is asked for', async () => {
    for (const query of [{}, { district: 'T2' }, { search: other.idNumber }, { search: other.name }]) {
      const text = await csv(district, list, query);
      expect(text).not.toContain(other.idNumber);
    }
    expect(await csv(district, list)).toContain(mine.idNumber);
  });

  it('holds everybody to the province, and who is asked for', async () => {
    const all = await csv(province, list);
    expect([all.includes(mine.idNumber), all.includes(other.idNumber)]).toEqual([true, true]);
    const narrowed = await csv(province, list, { district: 'T2' });
    expect([narrowed.includes(mine.idNumber), narrowed.includes(other.idNumber)]).toEqual([false, true]);
    const found = await csv(province, list, { search: mine.idNumber });
    expect([found.includes(mine.idNumber), found.includes(other.idNumber)]).toEqual([true, false]);
  });

  it('has a cell for every column, numbers as text, in both formats', async () => {
    const { bytes } = await ask(province, list, { format: 'xlsx', search: mine.idNumber });
    const sheet = await product.services.sheets.read(bytes, { name: 'list.xlsx' });
    expect(sheet.columns.slice(0, 3)).toEqual(['姓名', '身份证号', '准考证号']);
    expect(sheet.count).toBeGreaterThan(0);
    for await (const rows of sheet.rows)
      for (const { cells } of rows) expect(cells.slice(0, 2)).toEqual([mine.name, mine.idNumber]);
    const text = await csv(province, list, { search: mine.idNumber });
    const again = await product.services.sheets.read(Buffer.from(text), { name: 'list.csv' });
    expect([again.columns, again.count]).toEqual([sheet.columns, sheet.count]);
  });

  it('is written into the trail with what was asked for', async () => {
    await ask(province, list, { district: 'T2' });
    const trail = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `export:${list}`));
    const { title } = EXPORTS[list];
    expect(trail.at(-1)).toMatchObject({ action: 'exports.exportList', role: 'province' });
    expect(trail.at(-1)!.why).toMatch(new RegExp(`^导出${title}：.*测试二区`));
  });
});

it('is read by everybody in it as taken by that office, and by nobody else', async () => {
  const taken = async ({ caller }: TestCandidate) => {
    const { items } = (await caller.call(listAccess, { query: { limit: '100' } as never })).body;
    return items.filter(({ what }: { what: string }) => what === '导出了含有您的名单').length;
  };
  const before = [await taken(mine), await taken(other)];
  // Several rows of one person are one taking.
  await csv(district, 'record');
  await csv(province, 'enrolments', { search: other.idNumber });
  expect([await taken(mine), await taken(other)]).toEqual(before.map((count) => count + 1));
});

it('narrows by state, and leaves other sessions out', async () => {
  expect(await csv(province, 'enrolments', { state: 'rejected' })).not.toContain(mine.idNumber);
  expect(await csv(province, 'enrolments', { state: 'approved' })).toContain(mine.idNumber);
  expect(await csv(province, 'enrolments', { session: '2026-10' })).not.toContain(mine.idNumber);
  expect(await csv(province, 'applications', { kind: 'recheck' })).not.toContain(mine.idNumber);
  expect((await ask(province, 'enrolments', { format: 'pdf' })).status).toBe(422);
});

it('makes nothing of what looks like a formula', async () => {
  const evil = '=HYPERLINK("http://evil.example","点我")';
  const { id, idNumber } = await anApprovedCandidate(product);
  await product.services.db.update(profiles).set({ name: evil }).where(eq(profiles.id, id));
  const text = await csv(province, 'candidates', { search: idNumber });
  expect(text).toContain(`"'=HYPERLINK(""http`);
  const { bytes } = await ask(province, 'candidates', { format: 'xlsx', search: idNumber });
  const sheet = await product.services.sheets.read(bytes, { name: 'list.xlsx' });
  for await (const rows of sheet.rows) expect(rows[0]!.cells[0]).toBe(evil);
});

it('writes more lines than are read at once, each once', async () => {
  const { id } = await anApprovedCandidate(product);
  const number = await anAdmissionNumber(product, id);
  await product.services.db.execute(sql`
    insert into record_entries (admission_number, course, kind, score, "when", origin)
    select ${number}, 'X' || n, 'passed', '60', '2026 年 10 月', 'imported' from generate_series(1, 5000) n`);
  const text = await csv(province, 'record', { search: number });
  const codes = text.split('\r\n').flatMap((line) => /,(X\d+),/.exec(line)?.[1] ?? []);
  expect([codes.length, new Set(codes).size]).toEqual([5_000, 5_000]);
});

it('gives its connection back when the reader goes', async () => {
  const { db } = product.services;
  for await (const rows of streamRows(db, sql`select n from generate_series(1, 1000000) n`)) {
    expect(rows).toHaveLength(1_000);
    break;
  }
  const open = () =>
    db.execute(sql`select 1 from pg_stat_activity where datname = current_database()
      and state like 'idle in transaction%'`);
  await expect.poll(async () => (await open()).rows.length).toBe(0);
});

it('fails aloud when the query does', async () => {
  const read = async () => {
    for await (const rows of streamRows(
      product.services.db,
      sql`select 1 / (5 - n) from generate_series(1, 9) n`,
    ))
      expect(rows).toEqual([]);
  };
  await expect(read()).rejects.toThrow();
});
