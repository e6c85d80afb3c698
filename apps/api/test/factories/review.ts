import { sql } from 'drizzle-orm';
import { describe } from '@zikao/contract/forms/form';
import { profileForm } from '@zikao/contract/profile-form';
import { enrolmentForm } from '@zikao/contract/enrolments';
import type { PhotoState, ProfileState } from '@zikao/contract/candidates';
import type { EnrolmentState } from '@zikao/contract/enrolments';
import { encrypt } from '#platform/crypto';
import type { Db } from '#platform/database';
import { profiles, profileSubmissions } from '#tables/candidates';
import { enrolments, enrolmentSubmissions } from '#tables/enrolments';
import { districts, examSessions } from '#tables/exams';
import type { TestApp } from '#test/app';
import { aCandidate, type TestCandidate } from '#test/factories/identity';

export const DISTRICT = '630100';
export const OTHER_DISTRICT = '630200';

/** The two districts of the tests and a current session, where the seed has none. */
export async function theDistricts({ services: { db } }: TestApp): Promise<void> {
  const both = [
    { code: DISTRICT, name: '西宁市', prefix: '0101', position: 1 },
    { code: OTHER_DISTRICT, name: '海东市', prefix: '0201', position: 2 },
  ];
  await db.insert(districts).values(both).onConflictDoNothing();
  await db
    .insert(examSessions)
    .values({ id: 'current', name: '2027 年 4 月', year: 2027, month: 4, current: true })
    .onConflictDoNothing();
}

interface Given {
  name?: string;
  district?: string;
  state?: ProfileState & EnrolmentState;
  submittedAt?: string;
  photoState?: PhotoState;
  no?: number;
}

/** A submitted profile as the wizard would leave it, waiting in its district unless told otherwise. */
export async function aSubmittedProfile(product: TestApp, given: Given = {}): Promise<TestCandidate> {
  const { name = '卓玛措', district = DISTRICT, state = 'pending', no = 1, photoState = 'passed' } = given;
  const { db, keys } = product.services;
  const candidate = await aCandidate(product, { name });
  const { id, idNumber } = candidate;
  const at = new Date(given.submittedAt ?? '2027-03-08T09:00:00Z');
  const answers = { idType: '1', idNumber, name, district, address: '共和路 12 号 3 单元 401 室' };
  await db
    .insert(profiles)
    .values({ id, state, photoState, name, district, confirmed: true, submission: no, submittedAt: at });
  const groups = describe(profileForm, answers, {});
  const submissions = numbers(no).map((i) => ({
    profile: id,
    no: i,
    district,
    photoState,
    at,
    pictures: {},
    answers: encrypt(keys, 'profile_submissions.answers', JSON.stringify(answers)),
    groups: encrypt(keys, 'profile_submissions.groups', JSON.stringify(groups)),
  }));
  await past(product, (tx) => tx.insert(profileSubmissions).values(submissions));
  return candidate;
}

/** A submitted enrolment of a candidate with an approved profile. `id` is the enrolment's. */
export async function aSubmittedEnrolment(
  product: TestApp,
  given: Given = {},
): Promise<{ id: string; candidate: TestCandidate }> {
  const { district = DISTRICT, state = 'pending', no = 1 } = given;
  const { db } = product.services;
  const candidate = await aSubmittedProfile(product, { ...given, state: 'approved', no: 1 });
  const session = await aSession(product);
  const at = new Date(given.submittedAt ?? '2027-03-08T09:00:00Z');
  const answers = { district, major: '970201', courses: [] };
  const [row] = await db
    .insert(enrolments)
    .values({
      candidate: candidate.id,
      session,
      state,
      district,
      major: '970201',
      answers,
      submission: no,
      submittedAt: at,
    })
    .returning({ id: enrolments.id });
  const groups = describe(enrolmentForm, answers, {});
  const submissions = numbers(no).map((i) => ({
    enrolment: row!.id,
    no: i,
    district,
    major: '970201',
    courses: [],
    groups,
    at,
  }));
  await past(product, (tx) => tx.insert(enrolmentSubmissions).values(submissions));
  return { id: row!.id, candidate };
}

const numbers = (to: number) => Array.from({ length: to }, (_, i) => i + 1);

/** A session of its own; its windows do not matter, see `past`. */
async function aSession({ services: { db } }: TestApp): Promise<string> {
  const id = 'test-session';
  await db.insert(examSessions).values({ id, name: '测试考次', year: 2027, month: 4 }).onConflictDoNothing();
  return id;
}

/** Writes what happened before the test begins: the deadline triggers do not judge it. */
function past(product: TestApp, write: (db: Db) => Promise<unknown>): Promise<unknown> {
  return product.services.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await write(tx);
  });
}
