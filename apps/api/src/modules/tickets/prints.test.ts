import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAccess } from '@zikao/contract/identity';
import {
  cancelPrint,
  getPrintFile,
  getPrintVenue,
  getRoomPaper,
  listPrints,
  listPrintVenues,
  type RoomPaper,
  startPrint,
} from '@zikao/contract/prints';
import { auditEntries } from '#platform/tables';
import { texts } from '#tables/exams';
import { prints } from '#tables/tickets';
import { createTestApp, type TestApp } from '#test/app';
import { anExam, DURING, OPENS } from '#test/factories/enrolments';
import { anOfficer, type TestOfficer } from '#test/factories/identity';
import { aRun, aVenue } from '#test/factories/seating';
import { aPrint, aSeatedCandidate, PRINTING, type Seated } from '#test/factories/tickets';
import { readPdf, scanPdf } from '#test/read-pdf';
import { unzip } from '#test/unzip';
import type { Paper } from '#platform/print';
import { sweepPrints, work } from './index.ts';

let product: TestApp;
let venue: string;
let officer: TestOfficer;
let stranger: TestOfficer;
let people: Seated[];
const BOTH = [
  { slot: '1', course: 'T01' },
  { slot: '2', course: 'T03' },
];
const NAMES = ['卓玛·才让', '#panic()', '欧阳'.repeat(20), '李𰻝'];

beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
  await product.services.db.insert(texts).values({
    id: 'rules-T',
    kind: 'rules',
    version: 'T',
    title: '考场规则',
    body: '- 遵守纪律。',
    publishedAt: new Date(OPENS),
  });
  officer = await anOfficer(product, { district: 'T1' });
  stranger = await anOfficer(product, { district: 'T2' });
  venue = await aVenue(product, { name: '测试县第一中学', rooms: [{}, {}] });
  const run = await aRun(product, venue);
  people = [];
  for (const [no, name] of NAMES.entries()) {
    const room = run.rooms[no < 3 ? 0 : 1]!;
    people.push(await aSeatedCandidate(product, run, { seat: no * 7 + 1, name, courses: BOTH, room }));
  }
  await product.at(PRINTING);
});
afterAll(() => product.close());

const paper = (kind: RoomPaper, { caller } = officer, room = '01') =>
  caller.call(getRoomPaper, { params: { id: venue, room, slot: '1', paper: kind } });
const started = async (body: { paper: RoomPaper; slot?: string }) =>
  (await officer.caller.call(startPrint, { params: { id: venue }, body })).body;
const listed = async ({ caller } = officer) => (await caller.call(listPrints)).body.items;
const one = async (id: string) => (await listed()).find((found: { id: string }) => found.id === id);
const saved = (id: string, { caller } = officer) => caller.call(getPrintFile, { params: { id } });
const working = () => ({ ...product.services, log: product.app.log });

const read = async ({ caller }: Seated) =>
  (await caller.call(listAccess)).body.items.map(({ what }: { what: string }) => what);

describe('another district', () => {
  it('sees neither the venue, its rooms nor what is printed of it', async () => {
    const print = await aPrint(product, venue, { state: 'ready' });
    expect((await stranger.caller.call(listPrintVenues)).body.items).toEqual([]);
    const params = { id: venue };
    expect((await stranger.caller.call(getPrintVenue, { params })).status).toBe(404);
    expect((await paper('door', stranger)).status).toBe(404);
    expect((await stranger.caller.call(startPrint, { params, body: { paper: 'door' } })).status).toBe(404);
    expect(await listed(stranger)).toEqual([]);
    expect((await saved(print, stranger)).status).toBe(404);
    expect((await stranger.caller.call(cancelPrint, { params: { id: print } })).status).toBe(404);
    await product.services.db.delete(prints);
  });
});

describe('a room', () => {
  it('is listed with its venue, half-day by half-day', async () => {
    expect((await officer.caller.call(listPrintVenues)).body).toMatchObject({
      session: { name: '2027 年 4 月' },
      items: [{ id: venue, people: 8, rooms: 4 }],
    });
    const { slots } = (await officer.caller.call(getPrintVenue, { params: { id: venue } })).body;
    expect(slots).toMatchObject([
      {
        no: '1',
        rooms: [
          { no: '01', people: 3 },
          { no: '02', people: 1 },
        ],
      },
      { no: '2', rooms: [{ no: '01' }, { no: '02' }] },
      { no: '3', rooms: [] },
    ]);
  });

  it.each<[RoomPaper, string]>([
    ['door', '考场座次表测试县第一中学4月17日星期六09:00—11:30T01语言学概论（3人）'],
    ['desk', '01卓玛·才让'],
    ['attendance', '身份证号后四位'],
  ])('has its %s, with everybody in it', async (kind, text) => {
    const printed = await paper(kind);
    const said = (await readPdf(printed.bytes)).join('');
    expect(said).toContain(text);
    for (const { name } of people.slice(0, 3)) expect(said).toContain(name);
    expect(said).not.toContain(people[3]!.name);
    for (const { idNumber } of people) expect(said).not.toContain(idNumber);
  });

  it('has the 通知单 of everybody in it, each with a code of its own', async () => {
    const { bytes } = await paper('notices');
    expect(await readPdf(bytes)).toHaveLength(6);
    const codes = [await scanPdf(bytes, 0), await scanPdf(bytes, 2), await scanPdf(bytes, 4)];
    expect(new Set(codes).size).toBe(3);
  });

  it('tells everybody in it, and nobody else, that it was printed', async () => {
    const before = await Promise.all(people.map(read));
    await paper('door');
    const after = await Promise.all(people.map(read));
    const more = after.map((lines, no) => lines.slice(0, lines.length - before[no]!.length));
    const told = ['打印了您所在考场的材料'];
    expect(more).toEqual([told, told, told, []]);
  });

  it('that is none has nothing to print', async () => {
    expect((await paper('door', officer, '99')).body).toMatchObject({ code: 'print.nothing' });
  });
});

describe('a venue', () => {
  it('is printed in the background, room by room, and downloaded as one file', async () => {
    const print = await started({ paper: 'attendance', slot: '1' });
    expect(print).toMatchObject({ state: 'waiting', done: 0, total: 2, actions: ['cancel'] });
    expect((await saved(print.id)).body).toMatchObject({ code: 'print.notReady' });
    expect(await started({ paper: 'attendance', slot: '1' })).toEqual(print);
    await product.settle();
    expect(await one(print.id)).toMatchObject({ state: 'ready', done: 2, missing: ['𰻝'], by: officer.name });
    const files = unzip((await saved(print.id)).bytes);
    expect([...files.keys()]).toEqual(['第1场-第01考场.pdf', '第1场-第02考场.pdf']);
    expect((await readPdf(files.get('第1场-第02考场.pdf')!)).join('')).toContain('李〓');
    const traces = await product.services.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subject, `print:${print.id}`));
    expect(traces.map(({ action }) => action)).toEqual(['prints.startPrint', 'prints.getPrintFile']);
    for (const person of people) expect(await read(person)).toContain('打印了您所在考点的材料');
  });

  it('has one 通知单 per person, whatever the number of half-days', async () => {
    const { id } = await started({ paper: 'notices' });
    await product.settle();
    const files = unzip((await saved(id)).bytes);
    expect([...files.keys()]).toEqual(['第1场-第01考场.pdf', '第1场-第02考场.pdf']);
    expect(await one(id)).toMatchObject({ state: 'ready', done: 4, total: 4 });
  });

  it('is not begun once it was cancelled', async () => {
    const print = await started({ paper: 'door' });
    const { body } = await officer.caller.call(cancelPrint, { params: { id: print.id } });
    expect(body).toMatchObject({ state: 'cancelled', actions: [] });
    await product.settle();
    expect(await one(print.id)).toMatchObject({ state: 'cancelled', done: 0 });
    const again = await officer.caller.call(cancelPrint, { params: { id: print.id } });
    expect(again.body.code).toBe('conflict');
  });

  it('stops after the room at hand when it is cancelled, and nothing stays', async () => {
    const { db, printer, files } = product.services;
    const print = await aPrint(product, venue, { slot: '1', total: 2 });
    const cancelling = {
      ...printer,
      async print(given: Paper) {
        await officer.caller.call(cancelPrint, { params: { id: print } });
        return printer.print(given);
      },
    };
    const put: string[] = [];
    const watched = {
      ...files,
      put: async (owner: string, bytes: Buffer) => put[put.push(await files.put(owner, bytes)) - 1]!,
    };
    await work({ ...working(), printer: cancelling, files: watched }).print('', { print });
    expect(await one(print)).toMatchObject({ state: 'cancelled', done: 0 });
    expect(put).toHaveLength(1);
    expect(await files.exists(put[0]!)).toBe(false);
    await db.delete(prints).where(eq(prints.id, print));
  });

  it('is printed once more when its process died over it', async () => {
    const { db, files, jobs } = product.services;
    const old = await files.put('x', Buffer.from('half a print'));
    const print = await aPrint(product, venue, {
      state: 'running',
      paper: 'desk',
      slot: '2',
      done: 1,
      total: 2,
      files: [{ name: 'x.pdf', file: old }],
    });
    await db.transaction((tx) => jobs.enqueue(tx, 'print', crypto.randomUUID(), { print }));
    await product.settle();
    expect(await files.exists(old)).toBe(false);
    expect(unzip((await saved(print)).bytes).size).toBe(2);
  });

  it('says so when it could not be printed, and keeps nothing', async () => {
    const { db, jobs } = product.services;
    const print = await aPrint(product, venue, { paper: 'none' as never });
    await db.transaction((tx) => jobs.enqueue(tx, 'print', crypto.randomUUID(), { print }));
    await product.settle();
    const [row] = await db.select().from(prints).where(eq(prints.id, print));
    expect(row).toMatchObject({ state: 'failed', files: [] });
    await db.delete(prints).where(eq(prints.id, print));
  });

  it('is swept with its files after a day', async () => {
    const { db, files } = product.services;
    const [kept] = await db
      .select()
      .from(prints)
      .where(sql`state = 'ready'`);
    await sweepPrints(working());
    expect(await files.exists(kept!.files[0]!.file)).toBe(true);
    await product.at('2027-04-14T02:00:01Z');
    await sweepPrints(working());
    expect(await db.$count(prints)).toBe(0);
    expect(await files.exists(kept!.files[0]!.file)).toBe(false);
    await product.at(PRINTING);
  });
});

it('nothing is printed of seats that were taken back', async () => {
  await product.services.db.execute(sql`update seating_runs set state = 'withdrawn'`);
  expect((await officer.caller.call(listPrintVenues)).body).toEqual({ session: null, items: [] });
  expect((await paper('door')).body).toMatchObject({ code: 'print.nothing' });
});
