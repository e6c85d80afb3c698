import { and, eq, gt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { PhotoState } from '@zikao/contract/candidates';
import { maskIdNumber } from '@zikao/contract/codes/id-number';
import type { CaseHead, Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { openIdNumber } from '#modules/identity';
import { profiles, profileSubmissions } from '#tables/candidates';
import { districts } from '#tables/exams';
import { accounts, admissionNumbers } from '#tables/identity';
import { sourceOf } from './queues.ts';
import { keepers, stillKeeps } from './reserved.ts';
import { inScope } from './scope.ts';
import { claims } from './tables.ts';

export type Head = z.output<typeof CaseHead>;

/** A head as the database gives it. */
export interface HeadRow {
  id: string;
  candidate: string;
  name: string | null;
  idNumber: Buffer | null;
  admissionNumber: string | null;
  district: string;
  districtName: string | null;
  state: string;
  submittedAt: Date;
  no: number;
  photo: PhotoState | null;
  officer: string | null;
  officerName: string | null;
  until: Date | null;
  reservedFor: string | null;
  reservedName: string | null;
  reservedUntil: Date | null;
}

/** Evaluated once per statement, not per row. */
const NOW = sql`(select app_now())`;
const person = alias(profiles, 'person');
const officers = alias(accounts, 'officer');
const submitted = and(
  eq(profileSubmissions.profile, person.id),
  eq(profileSubmissions.no, person.submission),
);

/** The cases of a queue within the actor's scope, with whoever holds them now. */
export function selectHeads(ctx: Signed, queue: Queue, where: SQL | undefined, limit: number) {
  const of = sourceOf(ctx, queue);
  // What was only taken ahead is still there for who opens it.
  const held = and(
    eq(claims.queue, queue),
    eq(claims.subject, of.id),
    gt(claims.until, NOW),
    eq(claims.ahead, false),
  );
  const kept = and(eq(keepers.id, of.reserved.for), gt(of.reserved.until, NOW), stillKeeps(of));
  return ctx.db
    .select({
      id: of.id,
      candidate: of.candidate,
      name: person.name,
      idNumber: accounts.idNumber,
      admissionNumber: sql`(select ${admissionNumbers.number} from ${admissionNumbers}
        where ${admissionNumbers.candidate} = ${of.candidate} order by ${admissionNumbers.mergedInto} nulls first, ${admissionNumbers.at} limit 1)`,
      district: of.district,
      districtName: districts.name,
      state: of.state,
      submittedAt: of.submittedAt,
      no: of.no,
      photo: profileSubmissions.photoState,
      officer: claims.officer,
      officerName: officers.name,
      until: claims.until,
      reservedFor: of.reserved.for,
      reservedName: keepers.name,
      reservedUntil: of.reserved.until,
    })
    .from(of.table)
    .innerJoin(accounts, eq(accounts.id, of.candidate))
    .innerJoin(person, eq(person.id, of.candidate))
    .leftJoin(profileSubmissions, submitted)
    .leftJoin(districts, eq(districts.code, of.district))
    .leftJoin(claims, held)
    .leftJoin(officers, eq(officers.id, claims.officer))
    .leftJoin(keepers, kept)
    .where(and(inScope(ctx.actor, of), where))
    .orderBy(of.submittedAt, of.id)
    .limit(limit) as unknown as Promise<HeadRow[]> & { toSQL(): { sql: string; params: unknown[] } };
}

export function headOf(ctx: Signed, row: HeadRow): Head {
  return {
    id: row.id,
    name: row.name ?? '',
    maskedIdNumber: maskIdNumber(openIdNumber(ctx.keys, row)),
    district: row.districtName ?? row.district,
    state: row.state,
    submittedAt: row.submittedAt.toISOString(),
    no: row.no,
    ...(row.admissionNumber && { admissionNumber: row.admissionNumber }),
    ...(row.photo && { photo: row.photo }),
    ...(row.officer && {
      claim: {
        mine: row.officer === ctx.actor.id,
        by: row.officerName ?? '',
        until: row.until!.toISOString(),
      },
    }),
    ...(row.reservedName !== null &&
      row.reservedUntil && {
        reserved: {
          mine: row.reservedFor === ctx.actor.id,
          by: row.reservedName,
          until: row.reservedUntil.toISOString(),
        },
      }),
  };
}

/** A case that comes again waits for the colleague who rejected it. The name is there only while it does. */
export function keptForAnother({ actor }: Signed, { reservedFor, reservedName }: HeadRow): boolean {
  return reservedName !== null && reservedFor !== actor.id;
}
