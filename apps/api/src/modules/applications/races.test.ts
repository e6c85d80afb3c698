import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as contract from '@zikao/contract/applications/endpoints';
import { problemOf } from '#platform/failures';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller } from '#test/caller';
import { aCtx } from '#test/ctx';
import { anApplication, applicationTime } from '#test/factories/applications';
import { anApprovedCandidate, anExam, CLOSES, DURING } from '#test/factories/enrolments';
import type { TestCandidate } from '#test/factories/identity';
import { certificate, certificateAnswers } from '#test/factories/kinds';
import { anAdmissionNumber } from '#test/factories/records';
import { beginApplication } from './begin.ts';
import { HANDLED } from './rules/index.ts';
import { submitApplication } from './submit.ts';
import { applicationHolds, applications, applicationSubmissions } from './tables.ts';

let product: TestApp;
let candidate: TestCandidate;
/** A kind of which every course may be asked for once, as 成绩复核. */
const perCourse = {
  ...certificate,
  key: 'perCourse',
  holds: ({ reason }: Record<string, unknown>) => [String(reason)],
};
const kinds = { ...HANDLED, [certificate.key]: certificate, perCourse };
beforeAll(async () => {
  product = await createTestApp({}, { kinds });
  await anExam(product);
  await applicationTime(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await product.at(DURING);
  candidate = await anApprovedCandidate(product);
  await anAdmissionNumber(product, candidate.id);
});

const anotherTab = () => Object.assign(createCaller(product), { cookie: candidate.caller.cookie });
const mine = () =>
  product.services.db.select().from(applications).where(eq(applications.candidate, candidate.id));
const kind = certificate.key;

describe('what begins before the deadline and commits after it', () => {
  const aDraft = () =>
    anApplication(product, candidate.id, { kind, state: 'draft', answers: certificateAnswers() });
  const overDeadline = (id: string) =>
    product.services.db.transaction(async (tx) => {
      await submitApplication({ ...aCtx(product, candidate, { ifMatch: 1 }), db: tx }, { params: { id } });
      await product.at(CLOSES);
    });
  const submissions = (id: string) =>
    product.services.db
      .select()
      .from(applicationSubmissions)
      .where(eq(applicationSubmissions.application, id));

  test('is refused, and nothing has changed', async () => {
    const id = await aDraft();
    const before = await mine();
    const error = await overDeadline(id).catch((thrown: unknown) => thrown);
    expect(problemOf(error).code).toBe('window.closed');
    expect(await mine()).toEqual(before);
    expect(await submissions(id)).toEqual([]);
  });
  test('control: goes in without the check at commit', async () => {
    const id = await aDraft();
    const { db } = product.services;
    await db.execute(sql`alter table application_submissions disable trigger application_in_time`);
    try {
      await overDeadline(id);
    } finally {
      await db.execute(sql`alter table application_submissions enable trigger application_in_time`);
    }
    expect(await submissions(id)).toHaveLength(1);
  });
});

describe('one open application of a kind', () => {
  test('control: two tabs begin two without the constraint', async () => {
    const { db } = product.services;
    await db.execute(sql`alter table application_holds drop constraint one_application`);
    try {
      await db.transaction(async (tx) => {
        await beginApplication({ ...aCtx(product, candidate), db: tx }, { body: { kind } });
        expect((await anotherTab().call(contract.beginApplication, { body: { kind } })).status).toBe(201);
      });
      expect(await mine()).toHaveLength(2);
    } finally {
      await db.delete(applicationHolds).where(eq(applicationHolds.candidate, candidate.id));
      await db.execute(
        sql`alter table application_holds add constraint one_application primary key (candidate, kind, key)`,
      );
    }
  });
  test('of a kind per course, the same course twice at once goes in once', async () => {
    const draft = async () => {
      const id = await anApplication(product, candidate.id, {
        kind: 'perCourse',
        state: 'draft',
        answers: certificateAnswers(),
      });
      await product.services.db.delete(applicationHolds).where(eq(applicationHolds.application, id));
      return id;
    };
    const ids = [await draft(), await draft()];
    const replies = await Promise.all(
      ids.map((id) =>
        anotherTab().call(contract.submitApplication, { params: { id } }, { 'if-match': '"1"' }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('application.open');
    expect((await mine()).filter(({ state }) => state === 'pending')).toHaveLength(1);
  });
});
