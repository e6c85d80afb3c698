import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENDPOINTS } from '@zikao/contract';
import { permits, type Access } from '@zikao/contract/permissions';
import type { ProblemCode } from '@zikao/contract/problems';
import { z } from 'zod';
import { API } from '#platform/serve';
import type { Caller, Reply } from '#test/caller';
import { SAMPLES, type Sample } from './samples.ts';
import { aWorld, traces, WHO, type Who, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.product.close());

const names = Object.keys(ENDPOINTS);
const roleOf = (who: Who) => (who === 'nobody' ? undefined : who);
const everyCall = names.flatMap((name) => WHO.map((who) => ({ name, who, access: ENDPOINTS[name]!.access })));
const may = ({ who, access }: { who: Who; access: Access }) => permits(access, roleOf(who));

/** Calls it as that role, about its own things, in a browser of its own. */
async function call(name: string, who: Who, headers: Record<string, string> = {}): Promise<Reply> {
  const { caller, device } = await world.as(who);
  return send(caller, name, SAMPLES[name]!(world.mine, device), headers);
}
const send = (caller: Caller, name: string, sample: Sample, headers?: Record<string, string>) =>
  caller.call(ENDPOINTS[name]!, sample as never, headers);

test('there is a request to try for every endpoint', () => {
  expect(Object.keys(SAMPLES).toSorted()).toEqual(names.toSorted());
});

/** product.md 1, written out once more: what the table of permissions must come to. */
const OFFICES: [RegExp, Who[]][] = [
  [
    /^\/(profile|enrolments?|record|progress|sittings|scores|messages|applications|application-kinds)(\/|$)/,
    ['candidate'],
  ],
  [/^DELETE \/documents\/:id$|^\/documents(\/:id\/file)?$/, ['candidate']],
  [/^\/account(\/(sms-codes|phone|access-log|data))?$/, ['candidate']],
  [/^\/account\/office-requests(\/|$)/, ['candidate']],
  [/^\/desk\/requests(\/|$)/, ['district', 'province']],
  [/^\/desk\/(searches|people|sms-codes|releases|receipts|candidates)(\/|$)/, ['district']],
  [/^\/review\/.*(photo|handover)$/, ['district']],
  [
    /^\/review\/.*(claim|next|ahead|decision|held-decision|visit|documents|own-work|effect|bulk-\w+)$/,
    ['district', 'province'],
  ],
  [/^\/review\/(held-decisions|notices)\/:\w+$/, ['district', 'province']],
  [/^\/review\/statistics$/, ['district', 'province']],
  [/^\/review-reasons\//, ['province']],
  [/^\/review(\/:queue(\/:id)?)?$/, ['district', 'province']],
  [/^\/(oversight|spot-checks)(\/|$)/, ['province']],
  [/^\/spot-check-tasks(\/|$)/, ['district', 'province']],
  [/^\/records\/(frozen|:id\/restoration)$/, ['province']],
  [/^\/records\/:id$/, ['district', 'province']],
  [/^\/exports(\/|$)/, ['district', 'province']],
  [/^\/text-versions(\/|$)/, ['province']],
  [/^\/merges(\/|$)/, ['district', 'province']],
  [/^\/staff\/accounts(\/|$)/, ['province']],
  [/^\/exam-sessions(\/|$)/, ['province']],
  [/^\/ticket$/, ['candidate']],
  [/^\/tickets\/:id\//, ['candidate', 'district', 'province']],
  [/^\/(tickets|print-venues|prints)(\/|$)/, ['district', 'province']],
  [/^\/(message-texts|deliveries)(\/|$)/, ['province']],
  [/^GET \/announcements$|^\/announcements\/:announcement\/confirmation$/, ['district', 'province']],
  [/^\/announcements(\/|$)/, ['province']],
  [/^\/catalogue(\/|$)/, ['province']],
  [/^\/venues(\/|$)/, ['district', 'province']],
  [/^GET \/seating-runs(\/:run(\/rooms(\/:room)?)?)?$/, ['district', 'province']],
  [/^\/seating-runs(\/|$)/, ['province']],
  [/^\/seating-needs$/, ['district', 'province']],
  [/^\/score-(sessions|batches|releases)(\/|$)/, ['province']],
  [/^\/audit(\/|$)/, ['auditor']],
  [
    /^\/(account\/(password|sessions)|pictures|documents\/:id|session\/extension)/,
    ['candidate', 'district', 'province', 'auditor'],
  ],
];

test.each(names.filter((name) => ENDPOINTS[name]!.access !== 'public'))(
  '%s is for its office only',
  (name) => {
    const { method, path, access } = ENDPOINTS[name]!;
    const office = OFFICES.find(([pattern]) =>
      [path, `${method} ${path}`].some((at) => pattern.test(at)),
    )?.[1];
    expect(WHO.filter((who) => may({ who, access }))).toEqual(office);
  },
);

test.each(everyCall.filter((c) => !may(c)))('$name is closed to $who', async ({ name, who }) => {
  const { status, body } = await call(name, who, { 'if-match': '"1"' });
  expect([status, body.code]).toEqual(who === 'nobody' ? [401, 'signedOut'] : [403, 'forbidden']);
});

/** What any call may answer, besides what its endpoint declares. */
const ALWAYS: ProblemCode[] = [
  'request.invalid',
  'request.malformed',
  'request.keyReused',
  'request.inFlight',
];

test.each(everyCall.filter(may))('$name is open to $who', async ({ name, who }) => {
  const endpoint = ENDPOINTS[name]!;
  const { status, body } = await call(name, who, endpoint.ifMatch ? { 'if-match': '"1"' } : {});
  const declared: readonly string[] = [...ALWAYS, ...(endpoint.problems ?? [])];
  // A refusal, if any, is one the contract names for it: never about who calls.
  expect(status < 400 ? 'done' : body.code).toBeOneOf(['done', ...declared]);
  const answers = endpoint.method === 'GET' && !endpoint.path.includes('/:id');
  expect(answers ? status : 200).toBe(200);
  // Nothing but what the contract says leaves.
  const shape = endpoint.returns instanceof z.ZodType ? endpoint.returns : undefined;
  expect(status < 400 && shape ? shape.parse(body) : body).toEqual(body);
  // Other people's things are in nobody's answer, unless their office may see them all; the trail names by id whom others saw.
  const hidden = who === 'province' || name === 'audit.listAudit' ? [] : traces(world.other);
  expect(hidden.filter((trace) => JSON.stringify(body ?? {}).includes(trace))).toEqual([]);
});

const unsafe = names.filter((name) => ENDPOINTS[name]!.method !== 'GET');
const somebody = (name: string) => WHO.findLast((who) => may({ who, access: ENDPOINTS[name]!.access }))!;

test.each(unsafe)('%s is refused to other sites', async (name) => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
  ];
  for (const headers of foreign) {
    const { status, body } = await call(name, somebody(name), { 'if-match': '"1"', ...headers });
    expect([status, body.code]).toEqual([403, 'request.crossSite']);
  }
  // No word about where it comes from is no permission.
  const { method, path } = ENDPOINTS[name]!;
  const url = API + path.replace(/:\w+/g, 'profiles');
  const { statusCode } = await world.product.app.inject({ method, url, headers: { host: 'localhost' } });
  expect(statusCode).toBe(403);
});

test.each(names.filter((name) => ENDPOINTS[name]!.ifMatch))('%s needs If-Match', async (name) => {
  for (const ifMatch of [undefined, '*', '"x"']) {
    const headers = ifMatch ? { 'if-match': ifMatch } : undefined;
    const { status, body } = await call(name, somebody(name), headers);
    expect([status, body.code]).toEqual([428, 'request.ifMatchMissing']);
  }
});
