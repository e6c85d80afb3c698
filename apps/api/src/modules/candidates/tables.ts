import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { PhotoState, ProfileState, Reason } from '@zikao/contract/candidates';
import type { PictureKind } from '@zikao/contract/forms/fields';
import type { Judgement } from '@zikao/contract/measures';
import { bytea, moment } from '#platform/columns';
import { accounts } from '#tables/identity';

/** One per candidate, from registration on. Answers are sealed: they hold addresses and phone numbers. */
export const profiles = pgTable(
  'profiles',
  {
    /** The candidate's account. */
    id: uuid()
      .primaryKey()
      .references(() => accounts.id),
    version: integer().notNull().default(1),
    state: text().$type<ProfileState>().notNull().default('draft'),
    photoState: text('photo_state').$type<PhotoState>().notNull().default('none'),
    /** Sealed JSON of what the form holds now. */
    answers: bytea(),
    agreedVersion: text('agreed_version'),
    agreedAt: moment('agreed_at'),
    /** Version of the privacy notice under which checking card and face images was consented to. */
    pictureConsentVersion: text('picture_consent_version'),
    pictureConsentAt: moment('picture_consent_at'),
    confirmed: boolean().notNull().default(false),
    /** The picture chosen as photo, or taken at the desk; pictures of the cards are answers. */
    photo: uuid(),
    photoFailures: integer('photo_failures').notNull().default(0),
    /** Failures at the last 继续上传; three more and the choice comes again. */
    choiceAt: integer('choice_at').notNull().default(0),
    judgement: jsonb().$type<Judgement>(),
    /** The 提交验证 under way (`verifications`), and when it was asked for: its place in the queue. */
    verification: uuid(),
    verifyingSince: moment('verifying_since'),
    /** The last one came to no judgement. */
    unavailable: boolean().notNull().default(false),
    /** Of the last submission: what district officers see, search and are scoped by. */
    name: text(),
    /** Put on file by 变更申请; null: what the ID number says. */
    sex: text(),
    district: text(),
    submission: integer().notNull().default(0),
    submittedAt: moment('submitted_at'),
    reviewedAt: moment('reviewed_at'),
    reasons: jsonb().$type<Reason[]>().notNull().default([]),
    remark: text(),
    /** Who decided last; what comes again after a rejection is kept for them until then. */
    reviewer: uuid().references(() => accounts.id),
    reservedFor: uuid('reserved_for').references(() => accounts.id),
    reservedUntil: moment('reserved_until'),
    savedAt: moment('saved_at'),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [
    index('profiles_queue').on(t.district, t.state, t.submittedAt, t.id),
    /** The whole province's. */
    index('profiles_state').on(t.state, t.submittedAt, t.id),
    index('profiles_name').on(t.name),
    /** Finds by a part of the name. */
    index('profiles_name_parts').using('gin', sql`name_parts(${t.name})`),
    index('profiles_verifying')
      .on(t.verifyingSince)
      .where(sql`${t.verification} is not null`),
    check('profiles_verification', sql`(${t.photoState} = 'verifying') = (${t.verification} is not null)`),
  ],
);

/** Every submission as it was shown, sealed, with what became of it. */
export const profileSubmissions = pgTable(
  'profile_submissions',
  {
    profile: uuid()
      .notNull()
      .references(() => profiles.id),
    no: integer().notNull(),
    answers: bytea().notNull(),
    /** Sealed JSON of the described rows. */
    groups: bytea().notNull(),
    district: text().notNull(),
    /** Pictures shown with it, by kind. */
    pictures: jsonb().$type<Partial<Record<PictureKind, string>>>().notNull(),
    /** Only `passed`, `desk` or `collected` are submitted; `desk` becomes `collected` there. */
    photoState: text('photo_state').$type<PhotoState>().notNull(),
    judgement: jsonb().$type<Judgement>(),
    /** Sealed JSON of what was read on the card. */
    card: bytea(),
    /** What the district decided; null while nobody has. */
    decision: text().$type<'approve' | 'reject'>(),
    reasons: jsonb().$type<Reason[]>().notNull().default([]),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [primaryKey({ columns: [t.profile, t.no] })],
);

/** Former and later values of what 变更申请 changed, sealed: the file keeps its history. */
export const personChanges = pgTable(
  'person_changes',
  {
    id: uuid().primaryKey().defaultRandom(),
    candidate: uuid()
      .notNull()
      .references(() => accounts.id),
    field: text().$type<'name' | 'sex'>().notNull(),
    before: bytea().notNull(),
    after: bytea().notNull(),
    /** 受理编号 of the application. */
    origin: text().notNull(),
    by: uuid()
      .notNull()
      .references(() => accounts.id),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.candidate, t.at)],
);

/** The next serial of an exam district in a half year; the row's lock makes numbers race-proof. */
export const admissionSerials = pgTable(
  'admission_serials',
  { prefix: text().notNull(), half: text().notNull(), next: integer().notNull() },
  (t) => [primaryKey({ columns: [t.prefix, t.half] })],
);
