import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkTicket, findTickets, getTicket, getTicketFile, getTicketPage } from '@zikao/contract/tickets';
import { drawPage, withDocument } from '#platform/pdf-engine';
import { auditEntries } from '#platform/tables';
import { texts } from '#tables/exams';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING, OPENS, SESSION } from '#test/factories/enrolments';
import { anOfficer } from '#test/factories/identity';
import { aRun, aVenue } from '#test/factories/seating';
import {
  aPrintingTime,
  aSeatedCandidate,
  PRINT_CLOSES,
  PRINTING,
  type Seated,
} from '#test/factories/tickets';
import { readPdf, scanPdf } from '#test/read-pdf';
import { writeCode } from './code.ts';

const BOTH = [
  { slot: '1', course: 'T01' },
  { slot: '3', course: 'T06' },
];
let free = 12;
const LONG = `${'欧阳'.repeat(9)}·${'慕容'.repeat(10)}`;

let product: TestApp;
let run: Awaited<ReturnType<typeof aRun>>;
let person: Seated;

/** What was done while enrolment was open. */
async function earlier<T>(work: () => Promise<T>): Promise<T> {
  await product.at(DURING);
  const done = await work();
  await product.at(PRINTING);
  return done;
}

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await aPrintingTime(product);
  await product.services.db.insert(texts).values({
    id: 'rules-T',
    kind: 'rules',
    version: 'T',
    title: '测试省高等教育自学考试考场规则',
    body: '# 进入考场\n- 凭身份证原件入场。\n\n请遵守考场规则。',
    publishedAt: new Date(OPENS),
  });
  const venue = await aVenue(product, { name: '测试县第一中学', address: '测试县共和路 12 号' });
  run = await aRun(product, venue);
  person = await earlier(() => aSeatedCandidate(product, run, { seat: 7, name: '䶮㛃·𬭎', courses: BOTH }));
});
beforeEach(() => product.at(PRINTING));
afterAll(() => product.close());

const state = async ({ caller }: Pick<Seated, 'caller'>) => (await caller.call(getTicket)).body;
const file = async ({ caller, enrolment }: Pick<Seated, 'caller' | 'enrolment'>) =>
  caller.call(getTicketFile, { params: { id: enrolment } });
const nobody = () => createCaller(product);
const check = async (code: string) => (await nobody().call(checkTicket, { query: { code } })).body;
const codeOf = async (of: Seated) => (await scanPdf((await file(of)).bytes))!.split('#')[1]!;

describe('nothing is printed', () => {
  it('before the window and after it: the page says when', async () => {
    await product.at('2027-04-09T00:00:00Z');
    expect(await state(person)).toMatchObject({
      state: 'closed',
      detail: '打印通知单将于 2027年4月10日 09:00 开始。',
    });
    expect((await file(person)).body).toMatchObject({ code: 'window.closed' });
    await product.at(PRINT_CLOSES);
    expect((await state(person)).detail).toBe('打印通知单已于 2027年4月18日 17:00 截止。');
  });

  it('in a district whose own window is not open yet', async () => {
    await aPrintingTime(product, { district: 'T2', opensAt: '2027-04-15T01:00:00Z' });
    const other = await earlier(() => aSeatedCandidate(product, run, { seat: 9, district: 'T2' }));
    expect(await state(other)).toMatchObject({ state: 'closed' });
    expect((await file(other)).body).toMatchObject({ code: 'window.closed' });
  });

  it('for whoever has not enrolled, waits, was rejected, or has no seat', async () => {
    const candidate = await anApprovedCandidate(product);
    expect(await state(candidate)).toMatchObject({ state: 'notEnrolled' });
    for (const [given, said] of [
      ['pending', 'notApproved'],
      ['rejected', 'notApproved'],
      ['approved', 'noSeat'],
    ] as const) {
      const one = await anApprovedCandidate(product);
      const enrolment = await earlier(() => anEnrolment(product, one.id, { state: given }));
      expect(await state(one)).toMatchObject({ state: said, title: expect.any(String) });
      expect((await file({ ...one, enrolment })).body).toMatchObject({ code: 'ticket.notReady' });
    }
  });

  it('of another person', async () => {
    const stranger = await anApprovedCandidate(product);
    for (const endpoint of [getTicketFile, getTicketPage]) {
      const params = { id: person.enrolment, page: '1' } as never;
      expect((await stranger.caller.call(endpoint, { params })).body).toMatchObject({ code: 'notFound' });
    }
  });
});

describe('the paper', () => {
  it('says who, when, where, and the rules, in letters that can be copied', async () => {
    expect(await state(person)).toMatchObject({ state: 'ready', paper: { pages: 2, missing: [] } });
    const [front = '', back = '', ...more] = await readPdf((await file(person)).bytes);
    expect(more).toEqual([]);
    for (const text of [
      '2027年4月青海省高等教育自学考试准考证及考场座次通知单',
      `姓名${person.name}`,
      '性别女',
      `身份证号${person.idNumber}`,
      '4月17日星期六09:00—11:30T01语言学概论测试县第一中学测试县共和路12号0107',
      '4月18日星期日09:00—11:30T06外国文学史',
    ])
      expect(front).toContain(text);
    expect(back).toContain('测试省高等教育自学考试考场规则进入考场·凭身份证原件入场。请遵守考场规则。');
  });

  it.each(['#panic()', '卓玛·才让', LONG, '李\u202e四', '𰻝𰻝'])('is printed for %s', async (name) => {
    const one = await earlier(() => aSeatedCandidate(product, run, { seat: free++, name }));
    const printed = await file(one);
    expect([printed.status, (await readPdf(printed.bytes)).length]).toEqual([200, 2]);
    const { missing } = (await state(one)).paper;
    expect(missing).toEqual(name === '𰻝𰻝' ? ['𰻝'] : []);
  });

  it('looks on the screen as it does on paper', async () => {
    const pdf = (await file(person)).bytes;
    for (const page of [1, 2]) {
      const shown = await person.caller.call(getTicketPage, {
        params: { id: person.enrolment, page: String(page) } as never,
      });
      expect(shown.headers['content-type']).toBe('image/jpeg');
      const { data, width, height } = await withDocument(
        pdf,
        (engine, document) => drawPage(engine, document, page - 1, { longest: 2400, dpi: 200 })!,
        () => expect.fail(),
      );
      const paper = sharp(data, { raw: { width, height, channels: 4 } })
        .flatten()
        .removeAlpha();
      const screen = await sharp(shown.bytes).raw().toBuffer();
      const difference = Buffer.from(await paper.raw().toBuffer()).map((byte, at) =>
        Math.abs(byte - screen[at]!),
      );
      expect(difference.reduce((sum, one) => sum + one, 0) / difference.length).toBeLessThan(1);
    }
    const third = await person.caller.call(getTicketPage, {
      params: { id: person.enrolment, page: '3' } as never,
    });
    expect(third.status).toBe(404);
  });
});

describe('the code on it', () => {
  it('leads to the public page, which shows the minimum', async () => {
    const address = await scanPdf((await file(person)).bytes);
    expect(address).toMatch(/^http:\/\/localhost:\d+\/check-ticket#[\w-]{58}$/);
    const said = await check(await codeOf(person));
    expect(said).toEqual({
      state: 'genuine',
      name: '䶮＊＊＊',
      session: '2027 年 4 月',
      venues: ['测试县第一中学'],
      sittings: 2,
    });
  });

  it('cannot be made, changed or moved to somebody else', async () => {
    const code = await codeOf(person);
    for (let at = 0; at < code.length; at++) {
      const changed = code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1);
      expect([at, (await check(changed)).state]).toEqual([at, 'forged']);
      await product.services.db.execute(sql`delete from limits`);
    }
    for (const made of ['', 'A'.repeat(58), `${code}A`, `${code}=`, '😀'])
      expect(await check(made)).toEqual({ state: 'forged' });
  });

  it('is old as soon as anything on the paper changes', async () => {
    const code = await codeOf(person);
    const change = (from: number, seat: number) =>
      product.services.db.execute(sql`
        with moved as (update seats set seat = ${seat}, origin = 'moved' where candidate = ${person.id} and slot = '1' returning id, run, room)
        insert into seat_changes (run, seat, from_room, from_seat, to_room, to_seat, reason, by)
        select run, id, room, ${from}::int, room, ${seat}::int, '座位损坏', ${person.id} from moved`);
    await change(7, 20);
    expect(await check(code)).toEqual({ state: 'outdated', session: '2027 年 4 月' });
    expect((await check(await codeOf(person))).state).toBe('genuine');
    await change(20, 7);
    expect((await check(code)).state).toBe('genuine');
  });

  it('is of nobody, or of a seating that was taken back', async () => {
    const code = await codeOf(person);
    const { keys, db } = product.services;
    const gone = writeCode(keys, { enrolment: crypto.randomUUID(), version: 'AAAAAAAAAAA' });
    expect(await check(gone)).toEqual({ state: 'withdrawn' });
    await db.execute(sql`update seating_runs set state = 'withdrawn' where session = ${SESSION}`);
    expect(await check(code)).toEqual({ state: 'withdrawn' });
    expect(await state(person)).toMatchObject({ state: 'withdrawn' });
    await db.execute(sql`update seating_runs set published_at = null where session = ${SESSION}`);
    expect(await state(person)).toMatchObject({ state: 'notSeated' });
    await db.execute(
      sql`update seating_runs set state = 'published', published_at = app_now() where id = ${run.run}`,
    );
  });

  it('is not tried out: an address may ask so often a minute', async () => {
    const caller = createCaller(product, '10.9.9.9');
    const replies = await Promise.all(
      Array.from({ length: 121 }, () => caller.call(checkTicket, { query: { code: 'A' } })),
    );
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe('an officer', () => {
  it('finds and prints the paper of the own district, also after the window, and that is written down', async () => {
    await product.at('2027-05-01T00:00:00Z');
    const officer = await anOfficer(product, { district: 'T1' });
    const [found] = (await officer.caller.call(findTickets, { query: { number: person.idNumber } })).body
      .items;
    expect(found).toMatchObject({
      id: person.enrolment,
      name: person.name,
      lines: [{ seat: 7 }, { seat: 7 }],
    });
    expect(JSON.stringify(found)).not.toContain(person.idNumber);
    const byNumber = await officer.caller.call(findTickets, { query: { number: found.admissionNumber } });
    expect(byNumber.body.items).toEqual([found]);
    expect((await file({ ...officer, enrolment: found.id })).status).toBe(200);
    const traces = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.candidate, person.id));
    expect(traces.map(({ action }) => action)).toContain('tickets.getTicketFile');
  });

  it('does not find it from another district', async () => {
    const officer = await anOfficer(product, { district: 'T2' });
    const { body } = await officer.caller.call(findTickets, { query: { number: person.idNumber } });
    expect(body.items).toEqual([]);
    expect((await file({ ...officer, enrolment: person.enrolment })).body).toMatchObject({
      code: 'notFound',
    });
  });
});
