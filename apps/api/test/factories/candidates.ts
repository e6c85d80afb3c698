import { eq, sql } from 'drizzle-orm';
import type { ProfileState } from '@zikao/contract/candidates';
import { birthDateOf, sexOf } from '@zikao/contract/codes/id-number';
import type { CodeTable } from '@zikao/contract/codes/tables';
import { describe } from '@zikao/contract/forms/form';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { LIMITS } from '@zikao/contract/measures-limits';
import { profileForm } from '@zikao/contract/profile-form';
import { drawIdCard, drawPortrait } from '@zikao/pictures';
import { sealAnswers, sealSubmission } from '#modules/candidates';
import { profiles, profileSubmissions } from '#tables/candidates';
import { codeEntries, districts, examSessions, province, texts, windows } from '#tables/exams';
import { pictures } from '#tables/photos';
import type { TestApp } from '#test/app';
import { aCandidate, type TestCandidate } from '#test/factories/identity';

export const OPENS = '2027-03-01T01:00:00Z';
export const DURING = '2027-03-05T02:00:00Z';
export const CLOSES = '2027-03-08T10:00:00Z';
export const NOTICE = 'T-2';
export const DISTRICT = 'TP1';
export const OTHER_DISTRICT = 'TP2';

const codes: Partial<Record<CodeTable, Record<string, string>>> = {
  idType: { '01': '居民身份证' },
  sex: { '1': '男', '2': '女' },
  nation: { '01': '汉族', '04': '藏族' },
  politicalStatus: { '13': '群众' },
  education: { '60': '高中' },
  occupation: { '37': '学生' },
  householdType: { '1': '城镇' },
};

/** A session of the tests' own with 注册报名 open from OPENS to CLOSES, and the codes the sample answers use. */
export async function aFilingTime({ services: { db } }: TestApp): Promise<void> {
  await db.update(examSessions).set({ current: false });
  const session = { id: 'TP', name: '2027 年 4 月', year: 2027, month: 4 as const, current: true };
  await db.insert(examSessions).values(session);
  await db.insert(districts).values([
    { code: DISTRICT, name: '测试甲市', prefix: '9801', position: 801 },
    { code: OTHER_DISTRICT, name: '测试乙市', prefix: '9802', position: 802 },
  ]);
  const opensAt = new Date(OPENS);
  const closesAt = new Date(CLOSES);
  await db.insert(windows).values({ session: session.id, function: 'profile', opensAt, closesAt });
  const entries = Object.entries(codes).flatMap(([table, list]) =>
    Object.entries(list).map(([code, name]) => ({ table, code, name, position: 1 })),
  );
  const division = { table: 'division', position: 1 };
  await db
    .insert(codeEntries)
    .values([
      ...entries,
      { ...division, code: '990000', name: '测试省' },
      { ...division, code: '990100', name: '测试州', parent: '990000' },
      { ...division, code: '990101', name: '测试县', parent: '990100' },
    ])
    .onConflictDoNothing();
  const notice = {
    kind: 'candidateNotice',
    title: '考生须知',
    body: '请如实填写。',
    publishedAt: opensAt,
  } as const;
  await db.insert(texts).values({ id: 'notice-TP', version: NOTICE, ...notice });
  await aPhotoStandard(db);
}

async function aPhotoStandard(db: TestApp['services']['db']): Promise<void> {
  const size = { minWidth: 480, minHeight: 640, width: 480, height: 640, dpi: 300, maxBytes: 40 * 1024 };
  const background = { name: '白色', rgb: [255, 255, 255] as [number, number, number] };
  const photoProfile = { name: '测试规格', ...size, background, rules: [], source: '测试', limits: LIMITS };
  const names = {
    name: '测试省',
    platform: '测试平台',
    organisation: '测试省考办',
    mergePapers: '身份证原件',
  };
  await db
    .insert(province)
    .values({ ...names, photoProfile })
    .onConflictDoUpdate({ target: province.one, set: { photoProfile } });
}

/** What a person types; all of it right. */
export const typed = {
  name: '卓玛措',
  nation: '04',
  politicalStatus: '13',
  education: '60',
  occupation: '37',
  workUnit: '测试县第一中学',
  householdType: '1',
  householdPlace: '990101',
  district: DISTRICT,
  address: '测试县共和路 12 号 3 单元 401 室',
  postcode: '810000',
  contactName: '才让·多杰',
  contactPhone: '13909710001',
};

const drawn = new Map<string, Promise<Buffer>>();
const once = (key: string, draw: () => Promise<Buffer>) => {
  if (!drawn.has(key)) drawn.set(key, draw());
  return drawn.get(key)!;
};

/** Drawn once per test file: both sides of a card, and portraits that pass and that fail. */
export const drawings = {
  cardPortrait: () => once('portrait', () => drawIdCard({ side: 'portrait', name: typed.name })),
  cardEmblem: () => once('emblem', () => drawIdCard({ side: 'emblem' })),
  photo: () => once('photo', () => drawPortrait({ seed: 'candidate' })),
  blurred: () => once('blurred', () => drawPortrait({ seed: 'candidate', blur: 6 })),
};

/** What the real engine finds right: a card that says who it is, and a photo of the same real face. */
export async function papersOf({ name, idNumber }: { name: string; idNumber: string }) {
  const sex = sexOf(idNumber) === '1' ? '男' : '女';
  const printed = {
    name,
    sex,
    nation: '藏',
    birthDate: birthDateOf(idNumber),
    idNumber,
    address: typed.address,
  };
  const emblem = { authority: '测试县公安局', validity: '2020.05.01-2040.05.01' };
  return {
    cardPortrait: await drawIdCard({ side: 'portrait', face: 'elsa', ...printed }),
    cardEmblem: await once('own emblem', () => drawIdCard({ side: 'emblem', ...emblem })),
    photo: await once('elsa', () => drawPortrait({ seed: 'candidate', face: 'elsa' })),
  };
}

/** A picture as if uploaded by its owner. */
export async function aPicture(
  { services: { db, files } }: TestApp,
  owner: string,
  kind: PictureKind,
  bytes?: Buffer,
): Promise<string> {
  const given = bytes ?? (await drawings[kind]());
  const file = await files.put(owner, given);
  const size = { width: 960, height: 1280, bytes: given.length };
  const [row] = await db
    .insert(pictures)
    .values({ owner, kind, file, ...size })
    .returning({ id: pictures.id });
  return row!.id;
}

/** A candidate who pressed 保存信息 and chose a photo: 提交验证 is next. `real`: with papers for the real engine. */
export async function aReadyCandidate(
  product: TestApp,
  { photo, answers, real = false }: { photo?: Buffer; answers?: Record<string, string>; real?: boolean } = {},
): Promise<TestCandidate> {
  const candidate = await aCandidate(product, { name: typed.name });
  const { id } = candidate;
  const papers = real ? await papersOf(candidate) : undefined;
  const cards = {
    cardPortrait: await aPicture(product, id, 'cardPortrait', papers?.cardPortrait),
    cardEmblem: await aPicture(product, id, 'cardEmblem', papers?.cardEmblem),
  };
  const at = new Date(OPENS);
  const agreed = {
    agreedVersion: NOTICE,
    agreedAt: at,
    pictureConsentVersion: NOTICE,
    pictureConsentAt: at,
  };
  const all = { ...typed, ...cards, ...answers };
  await product.services.db.insert(profiles).values({
    id,
    confirmed: true,
    photo: await aPicture(product, id, 'photo', photo ?? papers?.photo),
    photoState: 'uploaded',
    answers: sealAnswers(product.services.keys, all, candidate),
    ...agreed,
  });
  return candidate;
}

/** A candidate whose profile was submitted once to a district, with ids of pictures that were never stored. */
export async function aFiledProfile(
  product: TestApp,
  given: { state?: ProfileState; district?: string; photoState?: 'passed' | 'desk' | 'collected' } = {},
): Promise<TestCandidate> {
  const { state = 'pending', district = DISTRICT, photoState = 'passed' } = given;
  const { db, keys } = product.services;
  const candidate = await aCandidate(product, { name: typed.name });
  const { id } = candidate;
  const photo = crypto.randomUUID();
  const cards = { cardPortrait: crypto.randomUUID(), cardEmblem: crypto.randomUUID() };
  const answers = { ...typed, ...cards, district };
  const at = new Date(DURING);
  const submitted = { name: typed.name, district, submission: 1, submittedAt: at };
  const agreed = { agreedVersion: NOTICE, agreedAt: new Date(OPENS), confirmed: true };
  const sealed = sealAnswers(keys, answers, candidate);
  await db
    .insert(profiles)
    .values({ id, state, photo, photoState, answers: sealed, ...agreed, ...submitted });
  await db.transaction(async (tx) => {
    // Written as history: the deadline's trigger does not judge it.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(profileSubmissions).values({
      profile: id,
      no: 1,
      district,
      photoState,
      at,
      pictures: { ...cards, photo },
      ...sealSubmission(keys, answers, describe(profileForm, answers, {})),
    });
  });
  return candidate;
}

/** The row behind a profile. */
export async function theProfile({ services: { db } }: TestApp, id: string) {
  const [row] = await db.select().from(profiles).where(eq(profiles.id, id));
  return row!;
}
