import { createHmac } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getProfile, verifyPhoto } from '@zikao/contract/candidates';
import { LIMITS } from '@zikao/contract/measures-limits';
import { openPopulation } from '#platform/population';
import { openVerifier, pixelExaminer, type Examiner, type VerificationInput } from '#platform/verification';
import { createTestApp, type TestApp } from '#test/app';
import { aFilingTime, aReadyCandidate, drawings, DURING } from '#test/factories/candidates';

const SECRET = 'stand-in-service-secret';
interface Asked {
  id: string;
  at: string;
  name: string;
  idNumber: string;
  photo: string;
}
/** What the stand-in does with a request; the last one stays. */
type Behaviour = (asked: Asked, response: ServerResponse) => void;

let product: TestApp;
let service: Server;
let url: string;
let behaviours: Behaviour[];
let taken: Asked[];
let waited: number[];
let time: number;

const sign = (at: string, body: string, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(`${at}\n${body}`).digest('hex')}`;
const say =
  (match: string, secret = SECRET): Behaviour =>
  ({ id, at }, response) => {
    const body = JSON.stringify({ id, match });
    response.writeHead(200, { 'x-zikao-signature': sign(at, body, secret) }).end(body);
  };
const status =
  (code: number): Behaviour =>
  (_asked, response) =>
    response.writeHead(code).end();
const raw =
  (body: string): Behaviour =>
  ({ at }, response) =>
    response.writeHead(200, { 'x-zikao-signature': sign(at, body) }).end(body);
const hang: Behaviour = () => {};

beforeAll(async () => {
  product = await createTestApp();
  await product.at('2027-03-08T02:00:00Z');
});
afterAll(() => product.close());
beforeEach(async () => {
  [behaviours, taken, waited, time] = [[say('same')], [], [], 0];
  service = createServer(async (request, response) => {
    const body = (await request.setEncoding('utf8').toArray()).join('');
    const at = String(request.headers['x-zikao-timestamp']);
    if (request.headers['x-zikao-signature'] !== sign(at, body)) return response.writeHead(401).end();
    const asked = JSON.parse(body) as Asked;
    taken.push(asked);
    return (behaviours.length > 1 ? behaviours.shift()! : behaviours[0]!)(asked, response);
  });
  await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/match`;
});
afterEach(() => {
  service.closeAllConnections();
  service.close();
});

const open = (secret = SECRET) =>
  openPopulation({
    url,
    secret,
    db: product.services.db,
    timeoutMs: 150,
    pause: async (ms) => void waited.push(ms),
    clock: () => time,
  });
const input = {
  photo: Buffer.from('a photo'),
  declared: { name: '马玉', idNumber: '630103199903081224' },
  profile: {
    background: { name: '白色' },
    limits: { ...LIMITS, populationMatch: { failBelow: 0.25, warnBelow: 1 } },
  },
} as unknown as VerificationInput;
const ask = async (population = open()) => (await population.examine(input)).values.populationMatch;

describe('an answer', () => {
  test.each([
    ['same', 1],
    ['unknown', 0.5],
    ['different', 0],
  ])('%s counts as %d', async (match, value) => {
    behaviours = [say(match)];
    expect(await ask()).toBe(value);
  });

  test('is asked for signed and dated, with name, number and photo', async () => {
    await ask();
    expect(taken).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        at: '2027-03-08T02:00:00.000Z',
        name: '马玉',
        idNumber: '630103199903081224',
        photo: Buffer.from('a photo').toString('base64'),
      },
    ]);
  });
});

describe('no answer: asked again under the same id, more slowly each time, then given up:', () => {
  test.each<[string, Behaviour]>([
    ['down', status(503)],
    ['overloaded', status(429)],
    ['slow', hang],
    ['broken off', (_asked, response) => response.destroy()],
    ['a wrong signature', say('same', 'another-secret-altogether')],
    ['no signature', (_asked, response) => response.writeHead(200).end('{}')],
    ['garbage', raw('<html>维护中</html>')],
    ['an unheard-of verdict', say('perhaps')],
    ['endless', raw('x'.repeat(17 * 1024))],
    ['a redirect', (_asked, response) => response.writeHead(302, { location: url }).end()],
    [
      'the answer to another question',
      ({ at }, response) => {
        const body = JSON.stringify({ id: crypto.randomUUID(), match: 'same' });
        response.writeHead(200, { 'x-zikao-signature': sign(at, body) }).end(body);
      },
    ],
  ])('%s', async (_what, behaviour) => {
    behaviours = [behaviour];
    await expect(ask()).rejects.toThrow();
    expect(taken).toHaveLength(3);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1);
    expect(waited).toEqual([500, 1_000]);
  });

  test('a fault that passes is never seen', async () => {
    behaviours = [status(500), hang, say('same')];
    expect(await ask()).toBe(1);
  });
});

test.each([400, 404])('%i: refused, not asked again', async (code) => {
  behaviours = [status(code)];
  await expect(ask()).rejects.toThrow(String(code));
  expect(taken).toHaveLength(1);
});

test('our wrong secret is refused by the service, and nothing is let pass for it', async () => {
  const verifier = openVerifier([open('another-secret-altogether').examine]);
  await expect(verifier.verify(input)).rejects.toMatchObject({ code: 'photo.unavailable' });
});

test('down: the breaker opens, spares the service, and closes again', async () => {
  const population = open();
  behaviours = [status(503)];
  for (let i = 0; i < 2; i++) await expect(ask(population)).rejects.toThrow();
  expect([taken.length, population.up()]).toEqual([5, false]);
  await expect(ask(population)).rejects.toThrow('open');
  expect(taken).toHaveLength(5);

  time += 30_000;
  expect(population.up()).toBe(true);
  await expect(ask(population)).rejects.toThrow('503'); // one tries, in vain
  expect([taken.length, population.up()]).toEqual([6, false]);

  time += 30_000;
  behaviours = [say('same')];
  expect([await ask(population), population.up()]).toEqual([1, true]);
});

test('local first: a photo our own rules refuse is not shown to the service', async () => {
  const local: Examiner = async () => ({ values: { sharpness: 1 } });
  const { judgement } = await openVerifier([local, open().examine]).verify(input);
  expect([judgement.verdict, taken]).toEqual(['fail', []]);
});

test('in the product: down means 暂时无法验证 with no try counted; back again, the same photo is verified', async () => {
  await aFilingTime(product);
  await product.at(DURING);
  const population = open();
  product.services.verifier = openVerifier([pixelExaminer(product.services.images), population.examine]);
  const { caller } = await aReadyCandidate(product);
  const verified = async () => {
    await caller.call(verifyPhoto);
    await product.settle();
    return (await caller.call(getProfile)).body;
  };
  behaviours = [status(503)];
  for (let i = 0; i < 3; i++)
    expect((await verified()).photo).toMatchObject({ state: 'uploaded', failures: 0, unavailable: true });
  expect([taken.length, population.up()]).toEqual([5, false]);
  time += 30_000;
  behaviours = [say('same')];
  const { state, photo } = await verified();
  expect([state, photo.state, photo.failures]).toEqual(['pending', 'passed', 0]);
  expect(Buffer.from(taken.at(-1)!.photo, 'base64').equals(await drawings.photo())).toBe(true);
});
