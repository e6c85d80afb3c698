import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as own from '@zikao/contract/applications/endpoints';
import { kindActions } from '@zikao/contract/applications/kind';
import {
  applicationLifecycle,
  type ApplicationAction,
  type ApplicationState,
} from '@zikao/contract/applications/lifecycle';
import type { Role } from '@zikao/contract/permissions';
import { decide, getCase, handOver, recordVisit } from '@zikao/contract/review';
import { HANDLED, type Handled } from '#modules/applications';
import { applications, applicationSubmissions } from '#tables/applications';
import { createTestApp, type TestApp } from '#test/app';
import type { Reply } from '#test/caller';
import { anApplication, applicationTime } from '#test/factories/applications';
import { anApprovedCandidate, anExam, DURING } from '#test/factories/enrolments';
import { anOfficer, type TestCandidate, type TestOfficer } from '#test/factories/identity';
import { certificate, certificateAnswers } from '#test/factories/kinds';
import { anAdmissionNumber } from '#test/factories/records';
import { claims } from './tables.ts';

/** Stages, 现场审核 and letters as each kind has them; one form without rules for all, so that only the states are on trial. */
const KINDS: Record<string, Handled> = Object.fromEntries(
  [...Object.values(HANDLED), certificate].map((kind) => {
    const { decision: _decision, holds: _holds, ...rest } = kind;
    const { form, summary } = certificate;
    return [kind.key, { ...rest, form, summary, rules: [], effect: async () => {} }];
  }),
);
const STATES = Object.keys(applicationLifecycle.states) as ApplicationState[];
const OFFICES = ['district', 'province'] as const;
type Office = (typeof OFFICES)[number];

let product: TestApp;
let candidate: TestCandidate;
let officers: Record<Office, TestOfficer>;
beforeAll(async () => {
  product = await createTestApp({}, { kinds: KINDS });
  await anExam(product);
  await applicationTime(product);
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
  officers = {
    district: await anOfficer(product, { district: 'T1' }),
    province: await anOfficer(product, { role: 'province' }),
  };
});
afterAll(() => product.close());

const APPROVE = { decision: 'approve' } as const;
const REJECT = { decision: 'reject', reasons: [{ field: 'proof', text: '看不清' }] } as const;
const seen = { 'if-match': '"1"' };

/** What each may try, and the actions of the lifecycle that this can be. */
const CALLS: Record<'candidate' | Office, Record<string, ApplicationAction[]>> = {
  candidate: { submit: ['submit', 'resubmit'], withdraw: ['withdraw'] },
  district: {
    approve: ['forward', 'approve'],
    reject: ['reject'],
    visit: ['visit'],
    handOver: ['handOver'],
  },
  province: {
    approve: ['approveProvince'],
    reject: ['rejectProvince'],
    visit: ['visitProvince'],
    handOver: [],
  },
};

function attempt(who: 'candidate' | Office, what: string, queue: string, id: string): Promise<Reply> {
  const { caller } = who === 'candidate' ? candidate : officers[who];
  const params = { queue, id };
  if (what === 'submit') return caller.call(own.submitApplication, { params: { id } }, seen);
  if (what === 'withdraw') return caller.call(own.withdrawApplication, { params: { id } });
  if (what === 'approve') return caller.call(decide, { params, body: APPROVE }, seen);
  if (what === 'reject') return caller.call(decide, { params, body: REJECT as never }, seen);
  return caller.call(what === 'visit' ? recordVisit : handOver, { params });
}

/** The one application, put into a state, with everything at hand that an action could need but the state. */
async function put(id: string, state: ApplicationState): Promise<void> {
  const { db } = product.services;
  const submission = state === 'draft' ? 0 : 1;
  const set = { state, version: 1, submission, visitedAt: new Date(DURING), visitedBy: officers.district.id };
  await db.update(applications).set(set).where(eq(applications.id, id));
  const rows = await db.delete(applicationSubmissions).where(of(id)).returning();
  submitted ??= rows.find(({ no }) => no === 1);
  if (submission) await db.insert(applicationSubmissions).values({ ...submitted!, application: id });
}
let submitted: typeof applicationSubmissions.$inferSelect | undefined;
const of = (id: string) => eq(applicationSubmissions.application, id);

async function hold(queue: string, subject: string, officer: string): Promise<void> {
  const { db } = product.services;
  await db.delete(claims).where(eq(claims.subject, subject));
  await db.insert(claims).values({ queue, subject, officer, until: new Date('2100-01-01') });
}

const stateOf = async (id: string) =>
  (await product.services.db.select().from(applications).where(eq(applications.id, id)))[0]!.state;

describe.each(Object.values(KINDS))('$title', (kind) => {
  it('moves as its table says, whoever calls what in whichever state', async () => {
    const id = await anApplication(product, candidate.id, {
      kind: kind.key,
      answers: certificateAnswers(),
    });
    const came: Record<string, string> = {};
    const due: Record<string, string> = {};
    for (const state of STATES)
      for (const who of ['candidate', ...OFFICES] as const)
        for (const [what, actions] of Object.entries(CALLS[who])) {
          await put(id, state);
          if (who !== 'candidate') await hold(kind.key, id, officers[who].id);
          const { status } = await attempt(who, what, kind.key, id);
          const allowed = kindActions(kind, state, who as Role);
          const action = actions.find((one) => allowed.includes(one));
          const key = `${who} ${what} ${state}`;
          due[key] = action ? `done: ${applicationLifecycle.actions[action].to}` : `refused: ${state}`;
          came[key] = `${status < 300 ? 'done' : status < 500 ? 'refused' : status}: ${await stateOf(id)}`;
        }
    expect(came).toEqual(due);
  });

  it('offers in every answer exactly what would be accepted', async () => {
    const id = await anApplication(product, (await anApprovedCandidate(product)).id, {
      kind: kind.key,
      answers: certificateAnswers(),
    });
    const NAMES: Record<string, string> = {
      forward: 'approve',
      approveProvince: 'approve',
      rejectProvince: 'reject',
      visitProvince: 'visit',
    };
    for (const state of STATES.filter((one) => one !== 'draft'))
      for (const office of OFFICES) {
        await put(id, state);
        const params = { queue: kind.key, id };
        const { body } = await officers[office].caller.call(getCase, { params });
        expect([state, office, body.actions]).toEqual([
          state,
          office,
          kindActions(kind, state, office).map((action) => NAMES[action] ?? action),
        ]);
      }
  });
});
