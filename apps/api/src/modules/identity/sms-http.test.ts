import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as contract from '@zikao/contract/identity';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { aPhone } from '#test/factories/identity';
import { aSolution } from '#test/factories/sms';
import { openGateway } from './sms-http.ts';

const SECRET = 'stand-in-gateway-secret';
let product: TestApp;
let gateway: Server;
let url: string;
/** What the stand-in answers, call by call; 'hang': nothing. The last one stays. */
let answers: (number | 'hang')[];
let taken: { id: string; phone: string; purpose: string; text: string; at: string }[];

beforeEach(async () => {
  answers = [202];
  taken = [];
  gateway = createServer(async (request, response) => {
    const body = await request
      .setEncoding('utf8')
      .toArray()
      .then((parts) => parts.join(''));
    const at = String(request.headers['x-zikao-timestamp']);
    const signature = createHmac('sha256', SECRET).update(`${at}\n${body}`).digest('hex');
    const genuine = request.headers['x-zikao-signature'] === `sha256=${signature}`;
    const answer =
      genuine && request.method === 'POST' ? (answers.length > 1 ? answers.shift()! : answers[0]!) : 401;
    if (answer !== 401) taken.push(JSON.parse(body));
    if (answer !== 'hang') response.writeHead(answer).end();
  });
  await new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`;
});
afterEach(() => {
  gateway.closeAllConnections();
  gateway.close();
});
beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());

const open = (secret = SECRET) => openGateway({ url, secret, db: product.services.db, timeout: 150 });
const message = { phone: '13900000000', purpose: 'registration', text: '验证码 123456' } as const;

test('a message the gateway takes is signed and dated', async () => {
  await product.at('2027-03-08T02:00:00Z');
  await open().send(message);
  expect(taken).toEqual([
    { id: expect.stringMatching(/^[0-9a-f-]{36}$/), ...message, at: '2027-03-08T02:00:00.000Z' },
  ]);
});
test.each([[[503, 200]], [['hang', 202]]] as const)(
  '%j: tried once more, under the same id',
  async (sequence) => {
    answers = [...sequence];
    await open().send(message);
    expect(taken).toHaveLength(2);
    expect(taken[0]).toEqual(taken[1]);
  },
);
test.each([[[500]], [['hang']]] as const)('%j for good: given up after the second try', async (sequence) => {
  answers = [...sequence];
  await expect(open().send(message)).rejects.toThrow(/SMS gateway/);
  expect(taken).toHaveLength(2);
});
test.each([400, 429])('%i: not tried again', async (status) => {
  answers = [status];
  await expect(open().send(message)).rejects.toThrow(/SMS gateway/);
  expect(taken).toHaveLength(1);
});
test('a redirect is not followed', async () => {
  answers = [302];
  await expect(open().send(message)).rejects.toThrow(/SMS gateway/);
});
test('a wrong secret is refused by the gateway', async () => {
  await expect(open('another-secret-altogether').send(message)).rejects.toThrow('401');
});

test('a code that could not be sent says so, and another may be asked for at once', async () => {
  const behind = await createTestApp({ SMS: 'http', SMS_URL: url, SMS_SECRET: SECRET });
  try {
    const caller = createCaller(behind);
    const phone = aPhone();
    const ask = async () =>
      caller.call(contract.sendCode, {
        body: { purpose: 'registration', phone, solution: await aSolution(caller) },
      });
    answers = [500];
    expect((await ask()).body).toMatchObject({ code: 'code.notSent', status: 503 });
    answers = [202];
    expect((await ask()).status).toBe(200);
    expect(taken.at(-1)).toMatchObject({ phone, purpose: 'registration' });
    expect((await behind.app.inject('/dev/outbox')).statusCode).toBe(404);
  } finally {
    await behind.close();
  }
});
