import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  inet,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Role } from '@zikao/contract/permissions';
import type { SessionEnd, SmsPurpose } from '@zikao/contract/identity';
import { bytea, moment } from '#platform/columns';

/** Everyone who signs in. Candidates by ID number or phone, staff by user name. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey().defaultRandom(),
    role: text().$type<Role>().notNull(),
    name: text().notNull(),
    /** District officers: the only district they see. */
    district: text(),
    username: text().unique(),
    idNumber: bytea('id_number'),
    idNumberIndex: bytea('id_number_index').unique(),
    /** Keyed, of the date in the ID number: few people share one, so a name is found among them without a scan. */
    birthIndex: bytea('birth_index'),
    phone: bytea(),
    phoneIndex: bytea('phone_index').unique(),
    passwordHash: text('password_hash').notNull(),
    /** The password was given by somebody else: good until then, for choosing one's own. */
    temporaryUntil: moment('temporary_until'),
    totpSecret: bytea('totp_secret'),
    totpConfirmed: boolean('totp_confirmed').notNull().default(false),
    /** The time step of the last accepted one-time password: each counts once. */
    totpStep: integer('totp_step').notNull().default(0),
    consentVersion: text('consent_version'),
    consentAt: moment('consent_at'),
    active: boolean().notNull().default(true),
    /** 合档: whose account this person goes on with; always a living one. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => accounts.id),
    /** The ID number was somebody else's: kept with its history, closed, and no longer found by ID number or phone. */
    detachedAt: moment('detached_at'),
    /**
     * Made at the desk and never entered by its owner: until then only the code on their receipt, together with one sent to
     * the phone, opens it. `no`: which code counts, for the last one printed is the only one.
     */
    paperCodeNo: integer('paper_code_no'),
    paperCodeUntil: moment('paper_code_until'),
    paperCodeWrong: integer('paper_code_wrong').notNull().default(0),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [
    index().on(t.mergedInto),
    check('merged_is_closed', sql`${t.mergedInto} is null or not ${t.active}`),
    check(
      'account_kind',
      sql`case when ${t.role} = 'candidate' then (${t.idNumberIndex} is not null and ${t.phoneIndex} is not null) = (${t.detachedAt} is null) else ${t.username} is not null end`,
    ),
    check('detached_closed', sql`${t.detachedAt} is null or not ${t.active}`),
    index('accounts_birth').on(t.birthIndex),
    index('accounts_birth_missing')
      .on(t.id)
      .where(sql`${t.birthIndex} is null and ${t.idNumberIndex} is not null`),
    check('district_officer', sql`(${t.role} = 'district') = (${t.district} is not null)`),
  ],
);

/**
 * 准考证号: one per person for life; several until 合档, after which the others are aliases that still find the person.
 * Imported ones wait for their owner by ID number.
 */
export const admissionNumbers = pgTable(
  'admission_numbers',
  {
    number: text().primaryKey(),
    candidate: uuid().references(() => accounts.id),
    idNumberIndex: bytea('id_number_index').notNull(),
    district: text().notNull(),
    origin: text().$type<'issued' | 'imported'>().notNull(),
    /** 合档: the number this one is an alias of. */
    mergedInto: text('merged_into').references((): AnyPgColumn => admissionNumbers.number),
    at: moment()
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [index().on(t.idNumberIndex), index().on(t.candidate)],
);

/** Signed-in browsers; only the token's hash is kept. `pending`: something is still owed. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    tokenHash: bytea('token_hash').notNull().unique(),
    account: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    pending: text().$type<'sms' | 'totp' | 'totpSetup' | 'newPassword'>(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`app_now()`),
    lastSeenAt: moment('last_seen_at')
      .notNull()
      .default(sql`app_now()`),
    endsAt: moment('ends_at').notNull(),
    /** Ended by the province: kept so that the browser can be told how. */
    ended: text().$type<SessionEnd>(),
    ip: inet().notNull(),
    device: text().notNull(),
  },
  (t) => [index().on(t.account)],
);

export const smsCodes = pgTable(
  'sms_codes',
  {
    id: uuid().primaryKey().defaultRandom(),
    purpose: text().$type<SmsPurpose>().notNull(),
    phoneIndex: bytea('phone_index').notNull(),
    codeHash: bytea('code_hash').notNull(),
    wrong: integer().notNull().default(0),
    usedAt: moment('used_at'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at')
      .notNull()
      .default(sql`app_now()`),
  },
  (t) => [uniqueIndex().on(t.phoneIndex, t.purpose)],
);

/** Proof-of-work challenges already answered; a solution counts once. */
export const spentChallenges = pgTable('spent_challenges', {
  signature: text().primaryKey(),
  expiresAt: moment('expires_at').notNull(),
});

/** SMS=outbox: what would have been sent, for the demo page. Never filled in production. */
export const smsOutbox = pgTable('sms_outbox', {
  id: uuid().primaryKey().defaultRandom(),
  phone: text().notNull(),
  text: text().notNull(),
  at: moment()
    .notNull()
    .default(sql`app_now()`),
});
