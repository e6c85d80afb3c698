import { afterAll, beforeAll, expect, test } from 'vitest';
import { downloadData } from '@zikao/contract/identity';
import { messages } from '#tables/notifications';
import { pictures } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { anApprovedCandidate, anEnrolment, anExam, DURING } from '#test/factories/enrolments';
import { aRecordEntry } from '#test/factories/records';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
  await anExam(product);
  await product.at(DURING);
});
afterAll(() => product.close());

test('nobody gets data without signing in', async () => {
  const { status, body } = await createCaller(product).call(downloadData);
  expect([status, body.code]).toEqual([401, 'signedOut']);
});

test('下载我的数据 holds everything of the person, and nothing of anybody else', async () => {
  const mine = await anApprovedCandidate(product);
  const other = await anApprovedCandidate(product);
  for (const { id, name } of [mine, other]) {
    await anEnrolment(product, id);
    await aRecordEntry(product, id, { course: 'T06', kind: 'passed', score: '66' });
    const { db } = product.services;
    await db.insert(messages).values({ account: id, source: name + id, title: '给' + id, body: '正文' });
    await db
      .insert(pictures)
      .values({ owner: id, kind: 'photo', file: id, width: 480, height: 640, bytes: 30_000 });
  }
  const { status, body } = await mine.caller.call(downloadData);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    account: { idNumber: mine.idNumber, phone: mine.phone },
    devices: [{}],
    profile: { state: 'approved', answers: { idNumber: mine.idNumber } },
    record: { items: [{ code: 'T06', score: '66' }] },
    pictures: [{ kind: 'photo', link: expect.stringMatching(/^\/api\/v1\/pictures\/[0-9a-f-]{36}$/) }],
    enrolments: [{ state: 'pending', submissions: [{ no: 1 }] }],
    messages: [{ title: '给' + mine.id }],
  });
  const text = JSON.stringify(body);
  for (const trace of [other.id, other.idNumber, other.phone]) expect(text).not.toContain(trace);
});
