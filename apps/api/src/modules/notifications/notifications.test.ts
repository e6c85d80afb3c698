import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENTS, type EventName, type EventPayload } from '@zikao/contract/events';
import { listMessages, readMessages } from '@zikao/contract/messages';
import { emit } from '#platform/act';
import { deliver } from '#platform/outbox';
import type { Sms } from '#platform/sms';
import { outbox } from '#platform/tables';
import { aCandidate, anOfficer } from '#test/factories/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { listen } from './listen.ts';
import { messages } from './tables.ts';
import { noteOf } from './templates.ts';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await product.at('2027-03-08T10:00:00Z');
});
afterAll(() => product.close());

const tell = <N extends EventName>(event: N, payload: EventPayload<N>) =>
  emit(product.services, event, payload);
const rejected = (candidate: string) =>
  tell('profile.rejected', { candidate, message: '您的基本信息审核不通过\n1. 通讯地址：请写到门牌号' });

/** Delivers with an SMS channel that answers as told. */
function settleWith(send: Sms['send']) {
  return deliver({ ...product.services, sms: { send } }, [listen]);
}

describe('messages', () => {
  it('are for candidates only, and only their own', async () => {
    expect((await createCaller(product).call(listMessages)).status).toBe(401);
    for (const role of ['district', 'province', 'auditor'] as const)
      expect((await (await anOfficer(product, { role })).caller.call(listMessages)).status).toBe(403);
    const [one, other] = [await aCandidate(product), await aCandidate(product)];
    await rejected(one.id);
    await product.settle();
    await other.caller.call(readMessages);
    expect((await other.caller.call(listMessages)).body).toMatchObject({ items: [], unread: 0 });
    expect((await one.caller.call(listMessages)).body).toMatchObject({
      unread: 1,
      items: [
        {
          title: '基本信息审核不通过',
          body: '您的基本信息审核不通过\n1. 通讯地址：请写到门牌号',
          at: '2027-03-08T10:00:00.000Z',
          read: false,
          link: '/profile',
        },
      ],
    });
    expect((await one.caller.call(readMessages)).status).toBe(204);
    expect((await one.caller.call(listMessages)).body).toMatchObject({ unread: 0, items: [{ read: true }] });
  });

  it('come page by page, newest first, without losing one of the same moment', async () => {
    const { id, caller } = await aCandidate(product);
    for (let i = 0; i < 5; i++) await tell('photo.collected', { candidate: id });
    await product.settle();
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const query = { limit: '2', ...(next && { cursor: next }) } as never;
      const { body } = await caller.call(listMessages, { query });
      seen.push(...body.items.map((item: { id: string }) => item.id));
      next = body.next;
    } while (next);
    expect(new Set(seen).size).toBe(5);
    expect((await caller.call(listMessages, { query: { cursor: 'made-up' } })).status).toBe(400);
  });

  it('are written once however often the event comes', async () => {
    const { id } = await aCandidate(product);
    await rejected(id);
    await product.settle();
    await product.services.db.update(outbox).set({ deliveredAt: null });
    await Promise.all([product.settle(), product.settle()]);
    const written = await product.services.db.select().from(messages).where(eq(messages.account, id));
    expect(written).toHaveLength(1);
  });

  it('reach the person though the SMS channel is down, which is tried again until it works', async () => {
    const { id, phone, caller } = await aCandidate(product);
    await rejected(id);
    await settleWith(async () => {
      throw new Error('短信网关无应答');
    });
    expect((await caller.call(listMessages)).body.unread).toBe(1);
    const due = await product.services.db.select().from(outbox).where(eq(outbox.fault, '短信网关无应答'));
    expect(due).toMatchObject([{ event: 'sms.due', attempts: 1, deliveredAt: null }]);

    const sent: Parameters<Sms['send']>[0][] = [];
    await product.at('2027-03-08T10:00:03Z');
    await settleWith(async (message) => void sent.push(message));
    expect(sent).toEqual([{ phone, purpose: 'notification', text: expect.stringContaining('审核不通过') }]);
    expect((await caller.call(listMessages)).body.items).toHaveLength(1);
  });
});

it('what is told to many at once is one event, a message each, and SMS that wait behind everybody’s own', async () => {
  const people = [await aCandidate(product), await aCandidate(product)];
  const candidates = people.map(({ id }) => id);
  await tell('scores.published', { session: 'T', candidates, message: '成绩已经公布' });
  await tell('photo.collected', { candidate: candidates[0]! });
  await product.settle();
  for (const { caller } of people)
    expect((await caller.call(listMessages)).body.items).toContainEqual(
      expect.objectContaining({ title: '成绩已公布', link: '/query/scores' }),
    );
  const sent = await product.services.db.select().from(outbox).where(eq(outbox.event, 'sms.mass'));
  expect(sent.map(({ payload }) => (payload as { candidate: string }).candidate).toSorted()).toEqual(
    candidates.toSorted(),
  );
});

it('every event is either silent or says something to somebody, and no SMS holds a reason or a number', () => {
  const payload = {
    candidate: crypto.randomUUID(),
    candidates: [crypto.randomUUID()],
    account: crypto.randomUUID(),
    enrolment: crypto.randomUUID(),
    held: crypto.randomUUID(),
    message: '原因：身份证号 630102199901011234',
    admissionNumber: '010127100001',
    no: 1,
    text: '',
  };
  const names = Object.keys(EVENTS) as EventName[];
  const notes = names.map((name) => noteOf({ name, payload, source: '1', at: new Date(0) } as never));
  expect(names.filter((_, i) => !notes[i])).toEqual([
    'photo.passed',
    'photo.originalsUnused',
    'photo.checked',
    'decision.due',
    'desk.smsDue',
    'sms.due',
    'sms.mass',
  ]);
  expect(notes.map((note) => note?.sms ?? '').join('')).not.toMatch(/\d|原因：/);
});
