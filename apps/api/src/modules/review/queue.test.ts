import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskIdNumber } from '@zikao/contract/codes/id-number';
import { getCase, getCounts, listCases } from '@zikao/contract/review';
import { auditEntries } from '#platform/tables';
import { profiles } from '#tables/candidates';
import { enrolments } from '#tables/enrolments';
import { examSessions } from '#tables/exams';
import { accounts, admissionNumbers } from '#tables/identity';
import { createTestApp, type TestApp } from '#test/app';
import { type Caller, createCaller } from '#test/caller';
import { aCandidate, anOfficer } from '#test/factories/identity';
import {
  aSubmittedEnrolment,
  aSubmittedProfile,
  DISTRICT,
  OTHER_DISTRICT,
  theDistricts,
} from '#test/factories/review';
import { merged } from './pick.ts';
import { sourceOf } from './queues.ts';

let product: TestApp;
let officer: Caller;
let colleague: Caller;
let province: Caller;

beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  await product.at('2027-03-08T10:00:00Z');
  officer = (await anOfficer(product, { district: DISTRICT })).caller;
  colleague = (await anOfficer(product, { district: OTHER_DISTRICT })).caller;
  province = (await anOfficer(product, { role: 'province' })).caller;
});
afterAll(() => product.close());

const names = async (
  caller: Caller,
  query: Record<string, string> = {},
  queue: 'profiles' | 'enrolments' = 'profiles',
) => {
  const { body } = await caller.call(listCases, { params: { queue }, query: query as never });
  return (body.items as { name: string }[]).map(({ name }) => name);
};

describe('the queue', () => {
  beforeAll(async () => {
    await aSubmittedProfile(product, { name: '李二', submittedAt: '2027-03-08T08:02:00Z' });
    await aSubmittedProfile(product, { name: '才让·多杰', submittedAt: '2027-03-08T08:01:00Z' });
    await aSubmittedProfile(product, { name: '王四', submittedAt: '2027-03-08T08:02:00Z' });
    await aSubmittedProfile(product, { name: '外区', district: OTHER_DISTRICT });
    await aSubmittedProfile(product, { name: '已过', state: 'approved' });
    await aCandidate(product, { name: '未交', district: DISTRICT });
    await aSubmittedEnrolment(product, { name: '报考甲' });
    await aSubmittedEnrolment(product, { name: '报考乙', district: OTHER_DISTRICT });
  });

  it('is closed to everybody who does not review', async () => {
    const callers = [
      [createCaller(product), 401],
      [(await aCandidate(product)).caller, 403],
      [(await anOfficer(product, { role: 'auditor' })).caller, 403],
    ] as const;
    for (const [caller, status] of callers) {
      expect((await caller.call(getCounts)).status).toBe(status);
      expect((await caller.call(listCases, { params: { queue: 'profiles' } })).status).toBe(status);
    }
  });

  it('has the own district only, oldest first; the province sees all', async () => {
    const own = await names(officer);
    expect(own[0]).toBe('才让·多杰');
    expect(own.toSorted()).toEqual(['才让·多杰', '李二', '王四'].toSorted());
    expect(await names(colleague)).toEqual(['外区']);
    expect(await names(province)).toHaveLength(4);
    expect(await names(officer, {}, 'enrolments')).toEqual(['报考甲']);
    expect(await names(colleague, {}, 'enrolments')).toEqual(['报考乙']);
    expect(await names(province, {}, 'enrolments')).toHaveLength(2);
  });

  it('counts what waits in the own district, with the oldest', async () => {
    const { body } = await officer.call(getCounts);
    expect(body).toMatchObject({
      queues: [
        { queue: 'profiles', pending: 3, oldest: '2027-03-08T08:01:00.000Z' },
        { queue: 'enrolments', pending: 1, oldest: '2027-03-08T09:00:00.000Z' },
        ...Object.keys(product.services.kinds).map((kind) => ({ queue: kind, pending: 0 })),
      ],
      decidedToday: 0,
      medianSeconds: null,
    });
    expect((await colleague.call(getCounts)).body.queues[0].pending).toBe(1);
    expect((await province.call(getCounts)).body.queues[0].pending).toBe(4);
  });

  it('gives every case once, page by page, also those of the same moment', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '1', ...(cursor && { cursor }) } as never;
      const { body } = await officer.call(listCases, { params: { queue: 'profiles' }, query });
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.next;
    } while (cursor);
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
    const madeUp = { params: { queue: 'profiles' as const }, query: { cursor: 'zzz' } };
    expect((await officer.call(listCases, madeUp)).status).toBe(400);
  });

  it('masks ID numbers', async () => {
    const { name, idNumber } = await aSubmittedProfile(product, { name: '蒙面', state: 'rejected' });
    const reply = await officer.call(listCases, {
      params: { queue: 'profiles' },
      query: { search: name, state: 'rejected' },
    });
    expect(reply.body.items).toMatchObject([{ maskedIdNumber: maskIdNumber(idNumber), state: 'rejected' }]);
    expect(JSON.stringify(reply.body)).not.toContain(idNumber);
  });
});

describe('the search', () => {
  let idNumber: string;
  beforeAll(async () => {
    const { id, ...person } = await aSubmittedProfile(product, { name: '尼玛·扎西', state: 'approved' });
    ({ idNumber } = person);
    await product.services.db.insert(admissionNumbers).values({
      number: '010127100042',
      candidate: id,
      district: DISTRICT,
      origin: 'issued',
      idNumberIndex: Buffer.from('any'),
    });
  });

  const finds = (caller: Caller, search: string) => names(caller, { search, state: 'all' });
  const found = (caller: Caller, searches: string[]) =>
    Promise.all(searches.map(async (search) => [search, await finds(caller, search)]));

  it('finds nothing of another district by any of its ways', async () => {
    const searches = ['尼玛·扎西', idNumber, '010127100042', '010127100'];
    expect(await found(colleague, searches)).toEqual(searches.map((search) => [search, []]));
  });

  it('finds by a part of the name, the whole ID number however typed, an admission number or most of it', async () => {
    const typed = [...idNumber].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(' ');
    const name = ['尼玛', '扎西', '尼玛·扎西'];
    const number = [idNumber, idNumber.toLowerCase(), typed, '010127100042', '010127100'];
    const searches = [...name, ...number];
    expect(await found(officer, searches)).toEqual(searches.map((search) => [search, ['尼玛·扎西']]));
    expect(await finds(province, '扎西')).toEqual(['尼玛·扎西']);
  });

  it('takes wild cards for what they are, and a part of an ID number or all numbers of a district for nobody', async () => {
    const searches = ['%', '_', '\\', idNumber.slice(0, 17), '0101271'];
    expect(await found(officer, searches)).toEqual(searches.map((search) => [search, []]));
  });
});

describe('a case', () => {
  it('of another district, of nobody, or of the other queue is not there', async () => {
    const { id } = await aSubmittedProfile(product, { name: '不见' });
    const look = (caller: Caller, wanted: string, queue: 'profiles' | 'enrolments' = 'profiles') =>
      caller.call(getCase, { params: { queue, id: wanted } });
    expect((await look(colleague, id)).status).toBe(404);
    expect((await look(officer, id, 'enrolments')).status).toBe(404);
    expect((await look(officer, crypto.randomUUID())).status).toBe(404);
    const { id: unsubmitted } = await aCandidate(product, { district: DISTRICT });
    expect((await look(officer, unsubmitted)).status).toBe(404);
    expect((await look(province, id)).status).toBe(200);
  });

  it('shows what was submitted and before, and the candidate can see who looked', async () => {
    const { id, name } = await aSubmittedProfile(product, { name: '看过', no: 2 });
    const { body, headers } = await officer.call(getCase, { params: { queue: 'profiles', id } });
    expect(body).toMatchObject({ id, version: 2, state: 'pending', head: { name, no: 2, photo: 'passed' } });
    expect(body.groups[0].rows[0]).toMatchObject({ key: 'idType', label: '证件类型' });
    expect(body.previous).toEqual(body.groups);
    expect(body.actions).toEqual(expect.arrayContaining(['approve', 'reject']));
    expect(headers.etag).toBe('"2"');
    expect((await province.call(getCase, { params: { queue: 'profiles', id } })).body.actions).toEqual([]);
    const entries = await product.services.db
      .select()
      .from(auditEntries)
      .where(sql`${auditEntries.candidate} = ${id}`);
    expect(entries).toMatchObject([
      { action: 'review.getCase', subject: `profile:${id}`, role: 'district' },
      { role: 'province' },
    ]);
  });
});

it('the queue is read from its index, not by reading the table', async () => {
  const { db } = product.services;
  await db.execute(sql`
    insert into ${accounts} (role, name, id_number_index, phone_index, password_hash)
    select 'candidate', '多', ('n' || i)::bytea, ('p' || i)::bytea, '' from generate_series(1, 26000) i`);
  await db.execute(sql`
    insert into ${profiles} (id, state, name, district, submission, submitted_at)
    select id, (array['pending', 'approved', 'rejected'])[1 + i % 3], case when i > 12000 then '少' else '多' end,
      '6390' || i % 9, 1, now() - i * interval '1 s'
      from (select id, row_number() over ()::int as i from ${accounts} where name = '多') many`);
  await db.execute(sql`analyze ${profiles}`);
  const ctx = { ...product.services, actor: { role: 'district', district: '63901' } } as never;
  const query = { state: 'pending', limit: 30 } as const;
  const { sql: text, params } = merged(ctx, sourceOf(ctx, 'profiles'), query, undefined, 31)!.toSQL();
  // A name that very many have, and few here.
  await aSubmittedProfile(product, { name: '多吉' });
  expect(await names(officer, { search: '多' })).toEqual(['才让·多杰', '多吉']);
  // Where many have it, it is met in the order of the list, or behind very many others: nobody of another name is there.
  const hundred = Array.from({ length: 100 }, () => '多');
  for (const state of ['pending', 'all'])
    expect(await names(province, { search: '多', state, limit: '100' })).toEqual(hundred);

  // In the other queues by the name as it is now, whoever's the case was when it began.
  const { rows: cases } = await db.execute<{ id: string; candidate: string }>(sql`
    insert into ${enrolments} (candidate, session, state, district, submission, submitted_at)
    select id, (select id from ${examSessions} where current), 'pending', district, 1, now()
      from ${profiles} where name = '多' limit 3 returning id, candidate`);
  const { id: another } = await aSubmittedProfile(product, { name: '并入', state: 'approved' });
  await db.update(profiles).set({ name: '改名' }).where(eq(profiles.id, cases[0]!.candidate));
  await db.update(enrolments).set({ candidate: another }).where(eq(enrolments.id, cases[1]!.id));
  const inEnrolments = (search: string) => names(province, { search }, 'enrolments');
  expect(await Promise.all(['多', '改名', '并入'].map(inEnrolments))).toEqual([['多'], ['改名'], ['并入']]);

  const filled = text.replace(/\$(\d+)/g, (_, n: string) => literal(params[Number(n) - 1]));
  const { rows } = await db.execute<Record<string, string>>(sql.raw(`explain ${filled}`));
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('profiles_queue');
  expect(plan).not.toMatch(/Seq Scan on profiles/);
});

const literal = (value: unknown) =>
  Array.isArray(value) ? `array[${value.map((one) => `'${one}'`).join(',')}]` : `'${String(value)}'`;
