import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuditEntry,
  exportAudit,
  findAudited,
  listAudit,
  listAuditOfficers,
  verifyAudit,
} from '@zikao/contract/audit';
import { changePassword, listAccess } from '@zikao/contract/identity';
import { getCase, getCounts } from '@zikao/contract/review';
import { auditEntries } from '#platform/tables';
import { createTestApp, type TestApp } from '#test/app';
import { type Caller, createCaller } from '#test/caller';
import { aFiledProfile } from '#test/factories/candidates';
import { anExam, DURING } from '#test/factories/enrolments';
import {
  aCandidate,
  anOfficer,
  PASSWORD,
  type TestCandidate,
  type TestOfficer,
} from '#test/factories/identity';
import { anAdmissionNumber } from '#test/factories/records';
import { accounts } from '#tables/identity';
import { seal } from './seal.ts';

let product: TestApp;
let auditor: Caller;
let here: TestOfficer;
let there: TestOfficer;
let person: TestCandidate;
let number: string;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  auditor = (await anOfficer(product, { role: 'auditor' })).caller;
  here = await anOfficer(product, { district: 'T1' });
  there = await anOfficer(product, { district: 'T2' });
  person = await aFiledProfile(product, { district: 'T1' });
  person.name = '=求索·卓玛';
  await product.services.db.update(accounts).set({ name: person.name }).where(eq(accounts.id, person.id));
  number = await anAdmissionNumber(product, person.id);
  await here.caller.call(getCounts);
  await there.caller.call(getCounts);
  await here.caller.call(getCase, { params: { queue: 'profiles', id: person.id } });
  const change = { current: PASSWORD, password: 'Qinghai-Lake-88' };
  await person.caller.call(changePassword, { body: change });
});
afterAll(() => product.close());

const list = async (query: Record<string, string> = {}) =>
  (await auditor.call(listAudit, { query: query as never })).body;
const told = async (query: Record<string, string>) =>
  (await list(query)).items.map(({ action, actorId }: AuditEntry) => [action, actorId]);

describe('the trail over REST', () => {
  it('is for the auditor alone', async () => {
    const callers = [
      createCaller(product),
      (await aCandidate(product)).caller,
      here.caller,
      (await anOfficer(product, { role: 'province' })).caller,
    ];
    const calls = [listAudit, listAuditOfficers, exportAudit, verifyAudit];
    const statuses = await Promise.all(
      callers.flatMap((caller) => calls.map((call) => caller.call(call as typeof listAudit))),
    );
    expect(new Set(statuses.slice(0, 4).map(({ status }) => status))).toEqual(new Set([401]));
    expect(new Set(statuses.slice(4).map(({ status }) => status))).toEqual(new Set([403]));
    for (const cursor of ['1; drop', Buffer.from('2027-03-01T00:00:00.000Z x').toString('base64url')])
      expect((await auditor.call(listAudit, { query: { cursor } as never })).status).toBe(400);
  });

  it('is given newest first, page by page, each entry once', async () => {
    const officer = await anOfficer(product, { district: 'T2' });
    for (let i = 0; i < 3; i++) await officer.caller.call(getCounts);
    const first = await list({ officer: officer.id, limit: '2' });
    const second = await list({ officer: officer.id, limit: '2', cursor: first.next });
    const seqs = [...first.items, ...second.items].map(({ seq }: AuditEntry) => Number(seq));
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect([new Set(seqs).size, second.next]).toEqual([3, undefined]);
    expect(first.items[0]).toMatchObject({
      actor: officer.name,
      role: 'district',
      district: '测试二区',
      action: 'review.getCounts',
      subject: '/review',
      ip: '127.0.0.1',
    });
  });

  it('is searched by officer, district, business, action, object and time, all of which must fit', async () => {
    const counted = ['review.getCounts', here.id];
    expect(await told({ officer: here.id, action: 'review.getCounts' })).toEqual([counted]);
    expect(await told({ district: 'T1', action: 'review.getCounts' })).toEqual([counted]);
    expect(await told({ district: 'T2', officer: here.id })).toEqual([]);
    const business = await told({ area: '考区审核', district: 'T1' });
    expect(business).toEqual([['review.getCase', here.id], counted]);
    expect(await told({ area: '合档', action: 'review.getCase' })).toEqual([]);
    expect(await told({ area: '没有这种业务' })).toEqual([]);
    expect((await list({ subject: '/review', district: 'T1' })).items).toHaveLength(1);
    expect((await list({ subject: '/rev' })).items).toEqual([]);
    const moment = new Date(DURING).toISOString();
    expect(await told({ officer: here.id, from: moment })).toHaveLength(2);
    expect(await told({ officer: here.id, to: moment })).toEqual([]);
    expect((await auditor.call(listAudit, { query: { from: 'gestern' } as never })).status).toBe(422);
  });

  it('of a person: what others did with their data and what they did; they can read that it was looked at', async () => {
    const { items, person: who } = await list({ person: person.id });
    const actions = items.map(({ action }: AuditEntry) => action);
    expect(actions).toEqual(expect.arrayContaining(['review.getCase', 'identity.changePassword']));
    expect(who).toEqual({
      id: person.id,
      name: person.name,
      maskedIdNumber: expect.any(String),
      numbers: [number],
    });
    expect(JSON.stringify({ items, who })).not.toContain(person.idNumber);
    expect(items.find(({ action }: AuditEntry) => action === 'review.getCase').candidate.name).toBe(
      '=＊＊＊＊＊',
    );
    const log = (await person.caller.call(listAccess)).body.items;
    expect(log[0]).toMatchObject({ who: '审计员', what: '查看了访问记录' });
    expect(await list({ person: crypto.randomUUID() })).toEqual({ items: [] });
  });

  it('finds a person by whole numbers or name and birth date, and never writes down what was typed', async () => {
    const find = async (body: object) => (await auditor.call(findAudited, { body: body as never })).body;
    for (const body of [
      { typed: person.idNumber },
      { typed: number },
      { typed: person.phone },
      { typed: person.name, birthDate: '1999-05-14' },
    ])
      expect((await find(body)).items).toMatchObject([{ id: person.id, numbers: [number] }]);
    expect(await find({ typed: '630102199905149999'.slice(0, 17) + 'X' })).toHaveProperty('errors');
    expect(await find({ typed: '010199999999' })).toEqual({ items: [], more: false });
    expect((await find({ typed: person.name })).code).toBe('request.invalid');
    const all = JSON.stringify(await product.services.db.select().from(auditEntries), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const typed of [person.idNumber, person.phone, '010199999999']) expect(all).not.toContain(typed);
  });

  it('names everybody of the staff to choose from, and no candidate', async () => {
    const { items } = (await auditor.call(listAuditOfficers)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ id: here.id, district: '测试一区', active: true }),
    );
    expect(items.map(({ role }: { role: string }) => role)).not.toContain('candidate');
  });
});

describe('the trail as a file', () => {
  const file = async (query: Record<string, string>) =>
    (await auditor.call(exportAudit, { query: query as never })).bytes;
  const read = async (format: 'csv' | 'xlsx', query: Record<string, string>) => {
    const sheet = await product.services.sheets.read(await file({ format, ...query }), {
      name: `a.${format}`,
    });
    const rows: string[][] = [];
    for await (const batch of sheet.rows) rows.push(...batch.map(({ cells }) => cells));
    return { ...sheet, rows };
  };

  it.each(['csv', 'xlsx'] as const)(
    '%s: the entries of the search with their links, then the head of the chain',
    async (format) => {
      await seal(product.services);
      const { columns, rows } = await read(format, { officer: here.id });
      expect(columns.slice(0, 3)).toEqual(['编号', '时间', '操作人']);
      const cases = rows.filter((cells) => cells[7] === 'review.getCase');
      expect(cases).toEqual([expect.arrayContaining([here.name, '考区工作人员', '测试一区', '审核查看'])]);
      const end = Object.fromEntries(rows.slice(-4).map(([name, value]) => [name, value]));
      expect(end['本文件']).toBe(`${rows.length - 4} 条`);
      const noted = { position: end['链头位置']!, hash: end['链头散列']! };
      expect((await auditor.call(verifyAudit, { query: noted as never })).body).toMatchObject({
        intact: true,
        same: true,
      });
      const [link] = cases.map((cells) => ({ position: cells[11]!, hash: cells[12]! }));
      expect((await auditor.call(verifyAudit, { query: link as never })).body.same).toBe(true);
      const other = { ...link!, hash: 'f'.repeat(64) };
      expect((await auditor.call(verifyAudit, { query: other as never })).body.same).toBe(false);
    },
  );

  it('shows formulas as text, and holds no ID number', async () => {
    const text = (await file({ format: 'csv', person: person.id })).toString();
    expect(text).toContain(`'${person.name}`);
    expect(text).not.toContain(person.idNumber);
  });

  it('is written into the trail itself, and to be read by whom it is about', async () => {
    await file({ format: 'csv', district: 'T1', area: '考区审核' });
    const [last] = (await list({ subject: 'export:audit' })).items;
    expect(last).toMatchObject({ action: 'audit.exportAudit', why: '导出审计记录：考区审核，测试一区' });
    await file({ format: 'csv', person: person.id });
    const log = (await person.caller.call(listAccess)).body.items;
    expect(log.map(({ what }: { what: string }) => what)).toContain('导出了访问记录');
  });
});

it('says whether the chain is intact, until when it is sealed, and by which hash it ends', async () => {
  await seal(product.services);
  const { body } = await auditor.call(verifyAudit);
  expect(body).toMatchObject({ intact: true, sealedUntil: expect.any(String) });
  expect(body.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(body.entries).toBeGreaterThan(3);
});
