import { eq } from 'drizzle-orm';
import { ROLES, type Role } from '@zikao/contract/permissions';
import { profileSubmissions } from '#tables/candidates';
import { texts } from '#tables/exams';
import { sessions } from '#tables/identity';
import { messages } from '#tables/notifications';
import { pictures } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import { createCaller, type Caller } from '#test/caller';
import { aFiledProfile } from '#test/factories/candidates';
import { anApplication, applicationTime } from '#test/factories/applications';
import { aDecision } from '#test/factories/decisions';
import { aSpotCheck } from '#test/factories/spot-checks';
import { aDeskAct, aDeskRequest } from '#test/factories/desk';
import { aDocument } from '#test/factories/documents';
import { anEnrolment, anExam, DURING, OPENS } from '#test/factories/enrolments';
import { aMerge, anAdmissionNumber, aRecordEntry } from '#test/factories/records';
import { areSeated, aRun, aVenue } from '#test/factories/seating';
import { aPrint } from '#test/factories/tickets';
import { anOfficer, aSession, type TestCandidate } from '#test/factories/identity';
import { aBatch } from '#test/factories/score-imports';
import { SCORE_BATCH } from './samples.ts';

/** Somebody with something of every kind: what others must not see, and what requests are made of. */
export interface Party extends TestCandidate {
  district: string;
  enrolment: string;
  application: string;
  picture: string;
  /** Named by a submitted application. */
  document: string;
  /** Two admission numbers that count. */
  numbers: [string, string];
  /** A 合档 of a third one, not undone. */
  merge: string;
  /** Where they sit, in a published run of both. */
  venue: string;
  run: string;
  room: string;
  /** 成批打印 of that venue. */
  print: string;
  /** Of the desk, about their account, still to be looked at again. */
  request: string;
  /** Something their district's desk did for them. */
  act: string;
  /** A decision about them that is to be looked at again by their district, and the sample it is of. */
  task: string;
  spotCheck: string;
  /** A browser they are signed in on. */
  device: string;
  /** Somebody of their district's office. */
  officer: string;
}

export type Who = Role | 'nobody';
export const WHO: readonly Who[] = ['nobody', ...ROLES];

export interface World {
  product: TestApp;
  /** Of the candidate who calls, in the district of the officer who calls. */
  mine: Party;
  /** Of another candidate, in another district. */
  other: Party;
  /** A fresh browser signed in as that role: what one test does to its session touches no other. */
  as(who: Who): Promise<{ caller: Caller; device: string }>;
}

export async function aWorld(): Promise<World> {
  const product = await createTestApp();
  await anExam(product);
  await applicationTime(product);
  await product.at(DURING);
  await product.services.db.insert(texts).values({
    id: 'rules-T',
    kind: 'rules',
    version: 'T',
    title: '考场规则',
    body: '遵守纪律。',
    publishedAt: new Date(OPENS),
  });
  const seating = { run: '' };
  const mine = await aParty(product, 'T1', seating);
  const other = await aParty(product, 'T2', seating);
  const staff = {
    district: await anOfficer(product, { district: 'T1' }),
    province: await anOfficer(product, { role: 'province' }),
    auditor: await anOfficer(product, { role: 'auditor' }),
  };
  await aScoreBatch(product, staff.province.id);
  let address = 0;
  return {
    product,
    mine,
    other,
    async as(who) {
      // An address of its own per browser, so that no limit per address gets in the way.
      const caller = createCaller(product, `10.0.${address >> 8}.${address++ & 255}`);
      if (who === 'nobody') return { caller, device: crypto.randomUUID() };
      const account = who === 'candidate' ? mine.id : staff[who].id;
      caller.cookie = (await aSession(product, account)).cookie;
      return { caller, device: await newestSession(product, account) };
    },
  };
}

/** Of the session, not anybody's. */
async function aScoreBatch(product: TestApp, by: string): Promise<void> {
  const file = await product.services.files.put(SCORE_BATCH, Buffer.from('准考证号,课程代码,成绩\n1,T01,60'));
  await aBatch(product, by, { id: SCORE_BATCH, file, columns: ['准考证号', '课程代码', '成绩'] });
}

/** Somebody of a district with something of every kind; `seating`: in whose run. */
export async function aParty(product: TestApp, district: string, seating: { run: string }): Promise<Party> {
  const { db, files } = product.services;
  const candidate = await aFiledProfile(product, { district, state: 'approved' });
  const { id } = candidate;
  const [submission] = await db.select().from(profileSubmissions).where(eq(profileSubmissions.profile, id));
  const picture = submission!.pictures.photo!;
  const file = await files.put(id, Buffer.from(`photo of ${id}`));
  await db
    .insert(pictures)
    .values({ id: picture, owner: id, kind: 'photo', file, width: 480, height: 640, bytes: 30_000 });
  await aRecordEntry(product, id, { course: 'T06', kind: 'passed', score: '66' });
  await db.insert(messages).values({ account: id, source: id, title: `给 ${id}`, body: '正文' });
  const enrolment = await anEnrolment(product, id, { district });
  const application = await anApplication(product, id, { district });
  const numbers: [string, string] = [
    await anAdmissionNumber(product, id),
    await anAdmissionNumber(product, id, { another: true }),
  ];
  const venue = await aVenue(product, { district });
  const { run, rooms } = await aRun(product, venue, { ...(seating.run && { run: seating.run }) });
  seating.run = run;
  await areSeated(product, { run, rooms }, { candidate: id, enrolment, seat: 1, district });
  const checked = await aCheckedDecision(product, id, district);
  return {
    ...candidate,
    ...checked,
    print: await aPrint(product, venue),
    district,
    numbers,
    merge: await aMerge(product, id, { surviving: numbers[0], district }),
    enrolment,
    application,
    picture,
    venue,
    run,
    room: rooms[0]!,
    request: await aDeskRequest(product, candidate, { district }),
    act: await aDeskAct(product, id, district),
    document: await aDocument(product, id, { subject: application }),
    device: await newestSession(product, id),
    officer: (await anOfficer(product, { district })).id,
  };
}

/** Of a colleague of the district's officer who calls. */
async function aCheckedDecision(product: TestApp, subject: string, district: string) {
  const { id: officer } = await anOfficer(product, { district });
  const decision = await aDecision(product, { officer, subject, district });
  const { id: spotCheck, tasks } = await aSpotCheck(product, officer, [decision]);
  return { spotCheck, task: tasks[0]! };
}

async function newestSession({ services: { db } }: TestApp, account: string): Promise<string> {
  const rows = await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.account, account));
  return rows.at(-1)!.id;
}

/** What would give a party away in any answer. */
export function traces({
  id,
  idNumber,
  phone,
  enrolment,
  application,
  picture,
  document,
  merge,
  venue,
  room,
  print,
  request,
  act,
  task,
  device,
}: Party): string[] {
  return [
    id,
    idNumber,
    phone,
    enrolment,
    application,
    picture,
    document,
    merge,
    venue,
    room,
    print,
    request,
    act,
    task,
    device,
  ];
}
