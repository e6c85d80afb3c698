import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationLifecycle } from '@zikao/contract/applications/lifecycle';
import { photoLifecycle, profileLifecycle } from '@zikao/contract/candidates';
import { deskLifecycle } from '@zikao/contract/desk/lifecycle';
import { enrolmentLifecycle } from '@zikao/contract/enrolments';
import { allowed, type Lifecycle } from '@zikao/contract/lifecycle';
import { ROLES } from '@zikao/contract/permissions';
import { act, subject } from '#platform/act';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { events } from '#platform/tables';
import { profiles } from '#tables/candidates';
import { applications } from '#tables/applications';
import { deskRequests } from '#tables/desk';
import { enrolments } from '#tables/enrolments';
import { createTestApp, type TestApp } from '#test/app';
import { anApplication } from '#test/factories/applications';
import { aDeskRequest } from '#test/factories/desk';
import { aSubmittedEnrolment, aSubmittedProfile, DISTRICT, theDistricts } from '#test/factories/review';

let product: TestApp;
let enrolment: string;
let candidate: string;
let application: string;
let request: string;
beforeAll(async () => {
  product = await createTestApp();
  await theDistricts(product);
  const made = await aSubmittedEnrolment(product);
  enrolment = made.id;
  candidate = (await aSubmittedProfile(product)).id;
  application = await anApplication(product, candidate);
  const person = await aSubmittedProfile(product);
  request = await aDeskRequest(product, person, { district: DISTRICT, state: 'waiting' });
  // The tables alone are on trial: what else must go with a state is set by those who act.
  await product.services.db.execute(sql`alter table profiles drop constraint profiles_verification`);
});
afterAll(() => product.close());

const SUBJECTS = [
  { lifecycle: profileLifecycle as Lifecycle, table: profiles, column: 'state', id: () => candidate },
  { lifecycle: photoLifecycle as Lifecycle, table: profiles, column: 'photoState', id: () => candidate },
  { lifecycle: enrolmentLifecycle as Lifecycle, table: enrolments, column: 'state', id: () => enrolment },
  {
    lifecycle: applicationLifecycle as Lifecycle,
    table: applications,
    column: 'state',
    id: () => application,
  },
  { lifecycle: deskLifecycle as Lifecycle, table: deskRequests, column: 'state', id: () => request },
];
const WHO = [...ROLES, 'system'] as const;

/** What every state, action and role come to, by the table: where it goes, or the refusal. */
function expected(lifecycle: Lifecycle, state: string, action: string, who: (typeof WHO)[number]): string {
  const { from, to, by } = lifecycle.actions[action]!;
  if (!by.includes(who)) return 'forbidden';
  return from.includes(state) ? to : 'conflict';
}

describe.each(SUBJECTS)('$lifecycle.subject', ({ lifecycle, table, column, id }) => {
  it('moves by its table only: every state × every action × every role', async () => {
    const of = subject({ lifecycle, table, column });
    const came: Record<string, string> = {};
    const due: Record<string, string> = {};
    for (const state of Object.keys(lifecycle.states))
      for (const action of Object.keys(lifecycle.actions))
        for (const who of WHO) {
          const { db } = product.services;
          await db
            .update(table)
            .set({ [column]: state })
            .where(eq(table.id, id()));
          const actor = who === 'system' ? undefined : { role: who, id: null };
          const ctx = { ...product.services, actor } as unknown as Ctx;
          const refusal = await db
            .transaction((tx) => act({ ...ctx, db: tx }, of, action, id()))
            .then(() => undefined)
            .catch((error: unknown) => (error instanceof Problem ? error.code : String(error)));
          const [row] = await db
            .select()
            .from(table as typeof profiles)
            .where(eq(table.id, id()));
          const now = row![column as 'state'] as string;
          const key = `${who} ${action} ${state}`;
          came[key] = refusal ?? now;
          due[key] = expected(lifecycle, state, action, who);
          if (refusal && now !== state) came[key] += ', but moved';
        }
    expect(came).toEqual(due);
  });

  it('writes each move down, with where it came from', async () => {
    const rows = await product.services.db.select().from(events).where(eq(events.subject, lifecycle.subject));
    const moves = new Set(rows.map(({ action, from, to, role }) => `${role} ${action} ${from} ${to}`));
    const due = Object.entries(lifecycle.actions).flatMap(([action, { from, to, by }]) =>
      from.flatMap((state) => by.map((who) => `${who} ${action} ${state} ${to}`)),
    );
    expect(moves).toEqual(new Set(due));
  });

  it('offers in every answer exactly what would be accepted', () => {
    for (const state of Object.keys(lifecycle.states))
      for (const who of WHO)
        expect(allowed(lifecycle, state, who)).toEqual(
          Object.keys(lifecycle.actions).filter(
            (action) => !['forbidden', 'conflict'].includes(expected(lifecycle, state, action, who)),
          ),
        );
  });
});
