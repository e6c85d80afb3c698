import { enrolmentForm, type CourseChoice, type EnrolmentState } from '@zikao/contract/enrolments';
import { describe } from '@zikao/contract/forms/form';
import { profiles } from '#tables/candidates';
import { enrolments, enrolmentSubmissions, sittings } from '#tables/enrolments';
import {
  courses,
  districts,
  examSessions,
  majors,
  offerings,
  planCourses,
  plans,
  slots,
  texts,
  windows,
} from '#tables/exams';
import type { TestApp } from '#test/app';
import { aCandidate, type TestCandidate } from '#test/factories/identity';

/** A moment inside the enrolment window of `anExam`. */
export const DURING = '2027-03-05T02:00:00Z';
export const OPENS = '2027-03-01T01:00:00Z';
export const CLOSES = '2027-03-08T10:00:00Z';
export const SESSION = 'T2027-04';
export const PROSPECTUS = 'T-2027-04';

/** Districts, half-days, majors and courses of the tests' own, apart from the seed, as the current session. */
export async function anExam({ services: { db } }: TestApp): Promise<void> {
  await db.update(examSessions).set({ current: false });
  await db
    .insert(examSessions)
    .values({ id: SESSION, name: '2027 年 4 月', year: 2027, month: 4, current: true });
  await db.insert(districts).values([
    { code: 'T1', name: '测试一区', prefix: '9901', position: 901 },
    { code: 'T2', name: '测试二区', prefix: '9902', position: 902 },
  ]);
  await db.insert(windows).values(
    (['profile', 'enrolment'] as const).map((name) => ({
      session: SESSION,
      function: name,
      opensAt: new Date(OPENS),
      closesAt: new Date(CLOSES),
    })),
  );
  await db.insert(slots).values([
    { session: SESSION, no: '1', date: '2027-04-17', part: 'am', start: '09:00', end: '11:30' },
    { session: SESSION, no: '2', date: '2027-04-17', part: 'pm', start: '14:30', end: '17:00' },
    { session: SESSION, no: '3', date: '2027-04-18', part: 'am', start: '09:00', end: '11:30' },
  ]);
  await db.insert(texts).values({
    id: 'prospectus-T',
    kind: 'prospectus',
    version: PROSPECTUS,
    title: '报考简章',
    body: '# 简章\n请按时报考。',
    publishedAt: new Date(OPENS),
  });
  await aCatalogue(db);
}

async function aCatalogue(db: TestApp['services']['db']): Promise<void> {
  await db.insert(courses).values([
    { code: 'T01', name: '语言学概论', credits: 6 },
    { code: 'T02', name: '中国近现代史纲要', credits: 2 },
    { code: 'T03', name: '美学', credits: 6 },
    { code: 'T04', name: '软件工程', credits: 3 },
    { code: 'T05', name: '软件工程（实践）', credits: 1, practice: true, theory: 'T04' },
    { code: 'T06', name: '外国文学史', credits: 6 },
    { code: 'T07', name: '没有开考的课程', credits: 4 },
  ]);
  await db.insert(majors).values([
    { code: 'TM1', name: '汉语言文学', level: '专升本', status: 'open' },
    { code: 'TM2', name: '护理学', level: '专升本', status: 'open', restriction: '限在职护理人员' },
    { code: 'TM3', name: '藏语言文学', level: '专科', status: 'phaseOut', enrolUntil: '2027-12-31' },
    { code: 'TM4', name: '计算机应用技术', level: '专科', status: 'closed' },
  ]);
  await db.insert(plans).values([
    { major: 'TM1', version: '2020', from: '2020-01-01' },
    { major: 'TM1', version: '2024', from: '2024-09-01' },
    { major: 'TM1', version: '2030', from: '2030-01-01' },
  ]);
  const inPlan = (version: string, codes: string[]) =>
    codes.map((course, position) => ({ major: 'TM1', version, course, group: '必考', position }));
  await db
    .insert(planCourses)
    .values([...inPlan('2020', ['T06']), ...inPlan('2024', ['T01', 'T02', 'T03', 'T05', 'T07'])]);
  await db.insert(offerings).values([
    { session: SESSION, slot: '1', course: 'T01' },
    { session: SESSION, slot: '1', course: 'T02' },
    { session: SESSION, slot: '2', course: 'T03' },
    { session: SESSION, slot: '2', course: 'T05' },
    { session: SESSION, slot: '3', course: 'T06' },
  ]);
}

/** A candidate whose 基本信息 is approved in a district, signed in. */
export async function anApprovedCandidate(
  product: TestApp,
  { district = 'T1' }: { district?: string } = {},
): Promise<TestCandidate> {
  const candidate = await aCandidate(product);
  const set = {
    state: 'approved',
    photoState: 'passed',
    confirmed: true,
    agreedVersion: '1',
    agreedAt: new Date(OPENS),
    name: candidate.name,
    district,
    submission: 1,
    submittedAt: new Date(OPENS),
  } as const;
  await product.services.db
    .insert(profiles)
    .values({ id: candidate.id, ...set })
    .onConflictDoUpdate({ target: profiles.id, set });
  return candidate;
}

/** An enrolment in some state, as if submitted once (unless `draft`). */
export async function anEnrolment(
  { services: { db } }: TestApp,
  candidate: string,
  given: {
    session?: string;
    state?: EnrolmentState;
    district?: string;
    major?: string;
    courses?: CourseChoice[];
  } = {},
): Promise<string> {
  const {
    session = SESSION,
    state = 'pending',
    district = 'T1',
    major = 'TM1',
    courses: chosen = [{ slot: '1', course: 'T01' }],
  } = given;
  const answers = { district, major, courses: chosen };
  const submitted = state !== 'draft';
  const [row] = await db
    .insert(enrolments)
    .values({
      candidate,
      session,
      state,
      answers,
      agreedVersion: PROSPECTUS,
      agreedAt: new Date(OPENS),
      ...(submitted && { submission: 1, district, major, submittedAt: new Date(OPENS) }),
    })
    .returning({ id: enrolments.id });
  const enrolment = row!.id;
  if (submitted) {
    const groups = describe(enrolmentForm, answers, {});
    await db
      .insert(enrolmentSubmissions)
      .values({ enrolment, no: 1, district, major, courses: chosen, groups });
    await db.insert(sittings).values(chosen.map((choice) => ({ enrolment, ...choice })));
  }
  return enrolment;
}
