import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENDPOINTS } from '@zikao/contract';
import { downloadData, getAccount } from '@zikao/contract/identity';
import { permits } from '@zikao/contract/permissions';
import { listCases, type Queue } from '@zikao/contract/review';
import { applications } from '#tables/applications';
import { enrolments } from '#tables/enrolments';
import { profiles } from '#tables/candidates';
import { deskRequests } from '#tables/desk';
import { documents } from '#tables/documents';
import { sessions } from '#tables/identity';
import { merges } from '#tables/merges';
import { claims } from '#tables/review';
import { aSession } from '#test/factories/identity';
import { SAMPLES } from './samples.ts';
import { aWorld, type Party, WHO, type Who, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.product.close());

/** Whose things a role reaches by their id: `mine` are the calling candidate's, in the calling officer's district. */
const REACH: Record<Who, Record<'mine' | 'other', boolean>> = {
  nobody: { mine: false, other: false },
  candidate: { mine: true, other: false },
  district: { mine: true, other: false },
  province: { mine: true, other: true },
  auditor: { mine: false, other: false },
};
/** Belongs to the caller alone, whatever the role. */
const PERSONAL = ['identity.revokeDevice'];

const byId = Object.entries(ENDPOINTS).filter(
  ([, { path, access }]) => path.includes('/:id') && access !== 'public',
);
/** Files, enrolments and, for all kinds of application, one: they share their table and their scope. */
const QUEUES: Queue[] = ['profiles', 'enrolments', 'change'];

interface Case {
  name: string;
  who: Who;
  of: 'mine' | 'other';
  queue: Queue | '';
  reached: boolean;
}
const cases: Case[] = byId.flatMap(([name, { access, path }]) =>
  WHO.filter((who) => permits(access, who === 'nobody' ? undefined : who)).flatMap((who) =>
    (['mine', 'other'] as const).flatMap((of) =>
      (path.includes('/:queue') ? QUEUES : ['' as const]).map((queue) => {
        const reached = PERSONAL.includes(name) ? of === 'mine' : REACH[who][of];
        return { name, who, of, queue, reached };
      }),
    ),
  ),
);

/** Calls it as that role about a party's things; `id` in place of theirs. */
async function call({ name, who, of, queue }: Pick<Case, 'name' | 'who' | 'of' | 'queue'>, id?: string) {
  const { caller, device } = await world.as(who);
  const party = world[of];
  const sample = SAMPLES[name]!(party, of === 'mine' ? device : party.device);
  if (queue) sample.params = { queue, id: subjectOf(queue, party) };
  if (id) sample.params = { ...sample.params, id };
  return caller.call(ENDPOINTS[name]!, sample as never, { 'if-match': '"1"' });
}

const subjectOf = (queue: Queue, { id, enrolment, application }: Party) =>
  ({ profiles: id, enrolments: enrolment })[queue] ?? application;

/** The state of everything a party has. */
async function snapshot({ id, enrolment, application, merge }: Party) {
  const { db } = world.product.services;
  return {
    profile: await db.select().from(profiles).where(eq(profiles.id, id)),
    enrolment: await db.select().from(enrolments).where(eq(enrolments.id, enrolment)),
    application: await db.select().from(applications).where(eq(applications.id, application)),
    requests: await db.select().from(deskRequests).where(eq(deskRequests.target, id)),
    documents: await db.select().from(documents).where(eq(documents.owner, id)),
    merge: await db.select().from(merges).where(eq(merges.id, merge)),
    sessions: await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.account, id)),
    claims: [
      ...(await db.select().from(claims).where(eq(claims.subject, id))),
      ...(await db.select().from(claims).where(eq(claims.subject, enrolment))),
      ...(await db.select().from(claims).where(eq(claims.subject, application))),
    ],
  };
}

test('the endpoints that name something by its id are those we think of', () => {
  expect(byId.map(([name]) => name).toSorted()).toEqual([
    'applications.agreeToRequirements',
    'applications.checkApplication',
    'applications.getApplication',
    'applications.getApplicationOptions',
    'applications.getPaper',
    'applications.saveApplicationDraft',
    'applications.submitApplication',
    'applications.withdrawApplication',
    'candidates.getPicture',
    'desk.confirmDeskRequest',
    'desk.getPerson',
    'desk.getReceipt',
    'desk.refuseDeskRequest',
    'desk.renewPaperCode',
    'desk.requestPhoneChange',
    'desk.takePicture',
    'desk.undoDeskRequest',
    'desk.undoOwnDeskRequest',
    'documents.deleteDocument',
    'documents.getDocument',
    'documents.getDocumentFile',
    'documents.getDocumentPage',
    'documents.getDocumentThumbnail',
    'identity.revokeDevice',
    'merges.getMerge',
    'merges.undoMerge',
    'prints.cancelPrint',
    'prints.getPrintFile',
    'prints.getPrintVenue',
    'prints.getRoomPaper',
    'prints.startPrint',
    'records.getRecordOf',
    'records.restoreRecord',
    'review.claimCase',
    'review.collectPhoto',
    'review.decide',
    'review.getCase',
    'review.handOver',
    'review.holdDecision',
    'review.recordVisit',
    'review.releaseCase',
    'review.uploadCaseDocument',
    'spotChecks.decideSpotCheckTask',
    'spotChecks.getSpotCheckTask',
    'spotChecks.releaseSpotCheckTask',
    'spotChecks.renewSpotCheckTask',
    'tickets.getTicketFile',
    'tickets.getTicketPage',
  ]);
});

test.each(cases.filter(({ reached }) => !reached))(
  '$name $queue: for the $who, what is $of does not exist',
  async (one) => {
    const before = await snapshot(world[one.of]);
    const { status, body } = await call(one);
    expect([status, body.code]).toEqual([404, 'notFound']);
    expect(await snapshot(world[one.of])).toEqual(before);
    // Exactly like what nobody has.
    const nothing = await call(one, crypto.randomUUID());
    expect({ ...nothing.body, instance: '' }).toEqual({ ...body, instance: '' });
  },
);

test.each(cases.filter(({ reached }) => reached))(
  '$name $queue: for the $who, what is $of exists',
  async (one) => {
    expect((await call(one)).status).not.toBe(404);
  },
);

test.each(cases.filter(({ of }) => of === 'mine'))(
  '$name $queue: for the $who, an id that is none is nothing',
  async (one) => {
    for (const id of ['1', "' or 1=1 --", '../account']) expect((await call(one, id)).status).toBe(404);
  },
);

test('the queue of a district holds its own cases, the province sees all', async () => {
  const listed = async (who: Who) =>
    (await (await world.as(who)).caller.call(listCases, { params: { queue: 'enrolments' } })).body.items.map(
      ({ id }: { id: string }) => id,
    );
  expect(await listed('district')).toEqual([world.mine.enrolment]);
  expect((await listed('province')).toSorted()).toEqual(
    [world.mine.enrolment, world.other.enrolment].toSorted(),
  );
});

test('a hundred calls at once by two people: each gets their own', async () => {
  const callers = await Promise.all([world.mine, world.other].map(({ id }) => aSession(world.product, id)));
  const replies = await Promise.all(Array.from({ length: 100 }, (_, i) => callers[i % 2]!.call(getAccount)));
  const seen = replies.map(({ body }) => body.idNumber);
  expect(seen).toEqual(replies.map((_, i) => [world.mine, world.other][i % 2]!.idNumber));
});

test('whatever a candidate calls changes nothing of another', async () => {
  const { other, product } = world;
  const theirs = async () => {
    const { body } = await (await aSession(product, other.id)).call(downloadData);
    return { ...body, devices: [] };
  };
  const before = await theirs();
  for (const [name, { access }] of Object.entries(ENDPOINTS))
    if (permits(access, 'candidate')) await call({ name, who: 'candidate', of: 'mine', queue: '' });
  expect(await theirs()).toEqual(before);
});
