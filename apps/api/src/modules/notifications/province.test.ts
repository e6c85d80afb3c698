import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as announcements from '@zikao/contract/announcements';
import { listDeliveries, retryDelivery } from '@zikao/contract/deliveries';
import { listMessageTexts, restoreMessageText, saveMessageText } from '@zikao/contract/message-texts';
import { getMessageSettings, listMessages, saveMessageSettings } from '@zikao/contract/messages';
import { emit } from '#platform/act';
import { deliver } from '#platform/outbox';
import { outbox } from '#platform/tables';
import { enrolments } from '#tables/enrolments';
import { profiles } from '#tables/candidates';
import { windows } from '#tables/exams';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { anExam, CLOSES, SESSION } from '#test/factories/enrolments';
import { aCandidate, anOfficer } from '#test/factories/identity';
import { listen } from './listen.ts';
import { remind } from './remind.ts';
import { messageTexts } from './tables.ts';

let product: TestApp;
let province: Caller;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at('2027-03-05T02:00:00Z');
  province = (await anOfficer(product, { role: 'province' })).caller;
});
afterAll(() => product.close());

const version = (no: number) => ({ 'if-match': `"${no}"` });
const params = { event: 'enrolment.approved' };

describe('the words of messages', () => {
  const body = { title: '报考成功了', body: '好消息：{message}', sms: '您已报考成功。' };
  const save = (more: object, no = 0) =>
    province.call(saveMessageText, { params, body: { ...body, ...more } }, version(no));

  it('are refused empty, too long, or with something that the occasion does not fill', async () => {
    expect((await save({ title: ' ' })).status).toBe(422);
    expect((await save({ sms: '长'.repeat(201) })).status).toBe(422);
    const { status, body: answer } = await save({ body: '{password}' });
    expect([status, answer.errors]).toEqual([
      422,
      [{ path: 'body', message: expect.stringContaining('{password}') }],
    ]);
    const silent = { params: { event: 'sms.due' }, body };
    expect((await province.call(saveMessageText, silent, version(0))).status).toBe(404);
    expect((await save({}, 3)).status).toBe(412);
  });

  it('are those of the province from the next message on, and the product’s again when it says so', async () => {
    const { id, caller } = await aCandidate(product);
    const approve = async () => {
      await emit(product.services, 'enrolment.approved', {
        candidate: id,
        enrolment: crypto.randomUUID(),
        message: '课程共 3 门',
      });
      await product.settle();
      return (await caller.call(listMessages)).body.items[0];
    };
    expect(await approve()).toMatchObject({ title: '报考成功', sms: 'sent' });
    expect((await save({})).body).toMatchObject({ ...body, usual: false, version: 1 });
    await product.at('2027-03-05T02:00:01Z');
    expect(await approve()).toMatchObject({ title: '报考成功了', body: '好消息：课程共 3 门', sms: 'sent' });
    await province.call(restoreMessageText, { params }, version(1));
    await product.at('2027-03-05T02:00:02Z');
    expect(await approve()).toMatchObject({ title: '报考成功', body: '课程共 3 门' });
    const { items } = (await province.call(listMessageTexts)).body;
    expect(items.find(({ event }: { event: string }) => event === params.event)).toMatchObject({
      title: '报考成功',
      body: '{message}',
      placeholders: ['message'],
      usual: true,
      version: 2,
    });
    expect(await product.services.db.$count(messageTexts)).toBe(2);
  });

  it('of two who change them at once one is told', async () => {
    const at = { params: { event: 'photo.desk' }, body };
    const change = () =>
      province.call(saveMessageText, { ...at, body: { title: '甲', body: '乙' } }, version(0));
    const answers = await Promise.all([change(), change(), change()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  });
});

it('an SMS that does not go out is counted, then listed with its fault and nobody’s name, and tried again at once when told', async () => {
  const { id, name } = await aCandidate(product);
  const { db } = product.services;
  await emit(product.services, 'profile.rejected', { candidate: id, message: '原因' });
  const send = async () => {
    throw new Error('the SMS gateway answered 503');
  };
  const broken = { ...product.services, sms: { send } };
  for (const seconds of [10, 20, 40]) {
    await product.at(new Date(Date.parse('2027-03-05T03:00:00Z') + seconds * 1000));
    await deliver(broken, [listen]);
  }
  const list = async () => (await province.call(listDeliveries)).body;
  const { lanes, items } = await list();
  expect(lanes.find(({ lane }: { lane: string }) => lane === 'foreign')).toMatchObject({
    waiting: 1,
    stuck: 1,
  });
  expect(items).toEqual([
    expect.objectContaining({ lane: 'foreign', attempts: 3, fault: 'the SMS gateway answered 503' }),
  ]);
  expect(JSON.stringify(items)).not.toContain(name);
  expect(await product.settle()).toBe(0); // its turn is yet to come
  await province.call(retryDelivery, { params: { delivery: items[0].id } });
  await product.settle();
  expect(await list()).toMatchObject({ items: [] });
  expect((await province.call(retryDelivery, { params: { delivery: items[0].id } })).status).toBe(404);
  expect(await db.$count(outbox, eq(outbox.fault, 'the SMS gateway answered 503'))).toBe(1);
});

describe('a deadline', () => {
  const remindAt = async (at: string) => {
    await product.at(at);
    const count = await remind(product.services);
    await product.settle();
    return count;
  };
  const enrolled = async (state: 'draft' | 'approved', district: string) => {
    const person = await aCandidate(product, { district });
    await product.services.db.update(profiles).set({ state: 'approved' }).where(eq(profiles.id, person.id));
    await product.services.db
      .insert(enrolments)
      .values({ candidate: person.id, session: SESSION, state, district });
    return person;
  };

  it('is told a day before to those who have not finished, once, and again when it is moved', async () => {
    const [late, done, elsewhere] = [
      await enrolled('draft', 'T1'),
      await enrolled('approved', 'T1'),
      await enrolled('draft', 'T2'),
    ];
    await elsewhere.caller.call(saveMessageSettings, { body: { sms: false } });
    expect((await elsewhere.caller.call(getMessageSettings)).body).toEqual({ sms: false });
    const titles = async ({ caller }: typeof late) =>
      (await caller.call(listMessages)).body.items.map(
        ({ title, sms }: { title: string; sms?: string }) => `${title} ${sms ?? 'no SMS'}`,
      );

    expect(await remindAt('2027-03-07T09:59:00Z')).toBe(0);
    // Each is told by one of the two rounds, whichever comes to their row first.
    const counts = await Promise.all([remindAt('2027-03-07T10:00:00Z'), remindAt('2027-03-07T10:00:00Z')]);
    expect(counts[0]! + counts[1]!).toBe(2);
    expect(await titles(late)).toEqual(['报考即将截止 sent']);
    expect(await titles(elsewhere)).toEqual(['报考即将截止 no SMS']);
    expect(await titles(done)).toEqual([]);

    const closesAt = new Date(Date.parse(CLOSES) + 3_600_000);
    await product.services.db.update(windows).set({ closesAt }).where(eq(windows.function, 'enrolment'));
    expect(await remindAt('2027-03-07T12:00:00Z')).toBe(2);
    expect(await remindAt('2027-03-08T12:00:00Z')).toBe(0); // closed
  });
});

describe('what the province announces', () => {
  const text = { title: '审核安排', body: '请于本周五前审核完毕。' };
  const announce = (districts: string[]) =>
    province.call(announcements.createAnnouncement, { body: { ...text, districts } });

  it('reaches the districts it is for and no other, is confirmed one by one, and can be withdrawn', async () => {
    const one = (await anOfficer(product, { district: 'T1' })).caller;
    const other = (await anOfficer(product, { district: 'T2' })).caller;
    const list = async (who: Caller) => (await who.call(announcements.listAnnouncements)).body;
    expect((await announce(['nowhere'])).status).toBe(422);
    expect((await one.call(announcements.createAnnouncement, { body: text })).status).toBe(403);

    const { id } = (await announce(['T1'])).body;
    const at = { params: { announcement: id } };
    expect(await list(one)).toMatchObject({ unread: 1, items: [{ ...text, read: false }] });
    expect((await list(one)).items[0].readers).toBeUndefined();
    expect(await list(other)).toEqual({ unread: 0, items: [] });
    expect((await other.call(announcements.confirmAnnouncement, at)).status).toBe(404);

    await one.call(announcements.confirmAnnouncement, at);
    await one.call(announcements.confirmAnnouncement, at);
    expect(await list(one)).toMatchObject({ unread: 0, items: [{ read: true }] });
    expect((await list(province)).items[0]).toMatchObject({ readers: { read: 1, all: 1 } });

    expect((await province.call(announcements.withdrawAnnouncement, at)).status).toBe(204);
    expect((await province.call(announcements.withdrawAnnouncement, at)).status).toBe(404);
    expect((await list(one)).items).toEqual([]);
    await announce([]);
    for (const who of [one, other]) expect(await list(who)).toMatchObject({ unread: 1 });
  });
});
