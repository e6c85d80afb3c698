import { and, isNotNull, lt, not, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { appNow } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { jobLives } from '#platform/jobs';
import { lockProfile, type ProfileFile } from './own-profile.ts';
import { profiles } from './tables.ts';

/** The profile a verification is about, locked when inside a transaction; undefined: it counts no longer. */
export async function findVerification(
  ctx: Ctx,
  candidate: string,
  verification: string,
): Promise<ProfileFile | undefined> {
  const file = await lockProfile(ctx, candidate);
  return file.row.verification === verification ? file : undefined;
}

/** SQL: whether a profile still waits for that verification. */
export const isUnderWay = (verification: PgColumn): SQL =>
  sql`exists (select from ${profiles} where ${profiles.verification} = ${verification})`;

/** How many verifications are before one asked for then. */
export function countAhead(ctx: Ctx, since: Date): Promise<number> {
  return ctx.db.$count(profiles, and(isNotNull(profiles.verification), lt(profiles.verifyingSince, since)));
}

/** Nobody can verify, and somebody has waited so long. */
const PATIENCE = sql`interval '10 minutes'`;

/** Verifications no job will settle any more; while all verifiers are `down`, also those that wait too long. */
export async function lostVerifications(
  ctx: Pick<Ctx, 'db'>,
  down: boolean,
): Promise<{ candidate: string; verification: string }[]> {
  const tooLong: SQL | undefined = down
    ? lt(profiles.verifyingSince, sql`${appNow} - ${PATIENCE}`)
    : undefined;
  const rows = await ctx.db
    .select({ candidate: profiles.id, verification: profiles.verification })
    .from(profiles)
    .where(and(isNotNull(profiles.verification), or(not(jobLives(profiles.verification)), tooLong)));
  return rows.map(({ candidate, verification }) => ({ candidate, verification: verification! }));
}
