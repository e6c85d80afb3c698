import type { Browser, Page } from '@playwright/test';
import * as applications from '@zikao/contract/applications/endpoints';
import * as candidates from '@zikao/contract/candidates';
import * as enrolments from '@zikao/contract/enrolments';
import { getText } from '@zikao/contract/exams';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { uploadDocument } from '@zikao/contract/documents';
import type { Answers } from '@zikao/contract/forms/fields';
import {
  claimCase,
  decide,
  getCase,
  listCases,
  type Queue,
  recordVisit,
  releaseCase,
  uploadCaseDocument,
} from '@zikao/contract/review';
import { must } from './api.ts';
import { register } from './candidate.ts';
import { cardFiles, goodPhoto, paperFile } from './files.ts';
import { signInAsOfficer } from './officer.ts';
import type { Person } from './person.ts';
import type { Product } from './server.ts';

// How people come to where a journey begins, by the calls their pages make.

export const XINING = '630100';
export const MAJOR = '050101';

/** A page of a browser of its own. */
export async function newPage(browser: Browser, product: Product): Promise<Page> {
  return (await browser.newContext({ baseURL: product.url })).newPage();
}

/** A district officer at work, in a browser of their own. */
export async function officerPage(browser: Browser, product: Product, username?: string): Promise<Page> {
  const page = await newPage(browser, product);
  await signInAsOfficer(page, product, username);
  return page;
}

/** Everything of 填写信息 but the pictures. */
export const DRAFT = {
  nation: '01',
  politicalStatus: '13',
  education: '60',
  occupation: '17',
  householdType: '1',
  householdPlace: '630102',
  district: XINING,
  address: '西宁市城东区共和路 12 号 3 单元 501',
  postcode: '810000',
  contactName: '廖四',
  contactPhone: '13997000000',
};

/** 同意须知: 填写信息 is open. */
export async function agreed(page: Page): Promise<void> {
  const { version } = await must(page, getText, { params: { kind: 'candidateNotice' } });
  await must(page, candidates.agreeToNotice, { body: { version } });
}

export async function draftProfile(page: Page, answers: Record<string, string>): Promise<void> {
  const { version } = await must(page, candidates.getProfile);
  await must(page, candidates.saveProfileDraft, { body: answers as never }, version);
}

export async function sendPicture(page: Page, kind: PictureKind, file: { buffer: Buffer }): Promise<string> {
  const body = file.buffer as unknown as Uint8Array<ArrayBuffer>;
  return (await must(page, candidates.uploadPicture, { params: { kind }, body })).picture.id;
}

/** A registered candidate whose form is complete: the photo comes next. */
export async function filledIn(page: Page, person: Person, district = XINING): Promise<void> {
  await agreed(page);
  await draftProfile(page, { ...DRAFT, name: person.name, district });
  const cards = await cardFiles(person);
  await sendPicture(page, 'cardPortrait', cards.portrait);
  await sendPicture(page, 'cardEmblem', cards.emblem);
  const { version } = await must(page, candidates.getProfile);
  await must(page, candidates.confirmProfile, {}, version);
  const privacy = await must(page, getText, { params: { kind: 'privacy' } });
  await must(page, candidates.consentToPictures, { body: { version: privacy.version } });
}

/** 提交验证, and what came of it. */
async function verified(page: Page) {
  await must(page, candidates.verifyPhoto);
  for (;;) {
    const profile = await must(page, candidates.getProfile);
    if (profile.photo.state !== 'verifying') return profile;
    await page.waitForTimeout(100);
  }
}

/** Submitted to the district. */
export async function filed(page: Page, product: Product, person: Person, district?: string): Promise<void> {
  await register(page, product, person);
  await filledIn(page, person, district);
  await sendPicture(page, 'photo', await goodPhoto());
  const { state, photo } = await verified(page);
  if (state !== 'pending') throw new Error(`the photo did not pass: ${JSON.stringify(photo)}`);
}

interface Approval {
  /** 现场审核 first. */
  meet?: boolean;
  /** What the stage asks for. */
  fields?: Answers;
  /** A field of the stage that asks for a paper. */
  scan?: string;
}

/** The officer's 通过 of somebody's case. */
export async function approved(
  officer: Page,
  queue: Queue,
  person: Person,
  { meet, fields = {}, scan }: Approval = {},
): Promise<void> {
  const search = { search: person.idNumber };
  const { items } = await must(officer, listCases, { params: { queue }, query: search });
  const params = { queue, id: items[0]!.id };
  await must(officer, claimCase, { params, body: { takeOver: false } });
  if (meet) await must(officer, recordVisit, { params });
  const { version } = await must(officer, getCase, { params });
  if (scan) {
    const paper = { params, query: { name: '盖章的申请表.pdf' }, body: paperBytes('申请表') };
    fields[scan] = [(await must(officer, uploadCaseDocument, paper)).id];
  }
  const body = { decision: 'approve' as const, ...(Object.keys(fields).length > 0 && { fields }) };
  const { next } = await must(officer, decide, { params, body }, version);
  if (next) await must(officer, releaseCase, { params: { queue, id: next } });
}

/** A paper in somebody's own store. */
export async function uploaded(page: Page, name: string): Promise<string> {
  return (await must(page, uploadDocument, { query: { name }, body: paperBytes(name) })).id;
}

const paperBytes = (line: string) => paperFile(line).buffer as unknown as Uint8Array<ArrayBuffer>;

/** 我要报考 and the 简章; one course in each of the first half-days. */
export async function draftEnrolment(page: Page, halfDays = 1): Promise<void> {
  await must(page, enrolments.beginEnrolment);
  const { version } = await must(page, getText, { params: { kind: 'prospectus' } });
  const agreement = await must(page, enrolments.agreeToProspectus, { body: { version } });
  const options = await must(page, enrolments.getEnrolmentOptions, { query: { major: MAJOR } });
  const bySlot = Map.groupBy(
    options.courses.filter(({ selectable }) => selectable),
    ({ slot }) => slot,
  );
  const slots = [...bySlot.keys()].toSorted().slice(0, halfDays);
  const courses = slots.map((slot) => ({ slot, course: bySlot.get(slot)![0]!.code }));
  const body = { district: XINING, major: MAJOR, courses };
  await must(page, enrolments.saveEnrolmentDraft, { body }, agreement.version);
}

export async function enrolled(page: Page, halfDays = 1): Promise<void> {
  await draftEnrolment(page, halfDays);
  const { version } = await must(page, enrolments.getEnrolment);
  await must(page, enrolments.submitEnrolment, {}, version);
}

/** A draft of a kind with everything filled in: its preview is open. */
export async function draftedApplication(page: Page, kind: string, answers: Answers): Promise<string> {
  const { id, version } = await must(page, applications.beginApplication, { body: { kind } });
  await must(page, applications.saveApplicationDraft, { params: { id }, body: answers }, version);
  return id;
}

export async function applied(page: Page, kind: string, answers: Answers): Promise<string> {
  const id = await draftedApplication(page, kind, answers);
  const { version } = await must(page, applications.getApplication, { params: { id } });
  await must(page, applications.submitApplication, { params: { id } }, version);
  return id;
}
