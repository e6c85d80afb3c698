import { and, eq, sql } from 'drizzle-orm';
import { type ProfileStanding, profileStanding } from '#modules/candidates';
import { admissionNumbersOf, type Brief, briefOf } from '#modules/identity';
import { appNow } from '#platform/clock';
import type { Ctx, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { deskLooks } from './tables.ts';

/** Somebody in front of the desk. */
export interface Person {
  brief: Brief;
  standing: ProfileStanding;
  numbers: string[];
}

/** How long somebody without a district stays in reach of the officer who found them by a full number. */
const LOOK = sql`interval '2 hours'`;

/**
 * A person within the officer's reach: filed in the own district, or without a district and found by this officer by a
 * full ID or mobile number just before. Anybody else, and closed accounts: `notFound`.
 */
export async function requirePerson(ctx: Signed, id: string): Promise<Person> {
  const person = await findPerson(ctx, id);
  if (!person) throw new Problem('notFound');
  const { filed, district } = person.standing;
  const reached = filed ? district === ctx.actor.district : await lookedUp(ctx, id);
  if (!reached) throw new Problem('notFound');
  return person;
}

export async function findPerson(ctx: Pick<Ctx, 'db' | 'keys'>, id: string): Promise<Person | undefined> {
  const brief = await briefOf(ctx, id);
  if (!brief) return undefined;
  return {
    brief,
    standing: await profileStanding(ctx, id),
    numbers: await admissionNumbersOf(ctx, id),
  };
}

async function lookedUp(ctx: Signed, candidate: string): Promise<boolean> {
  const fresh = sql`${deskLooks.at} > ${appNow} - ${LOOK}`;
  const mine = and(eq(deskLooks.officer, ctx.actor.id), eq(deskLooks.candidate, candidate), fresh);
  return (await ctx.db.$count(deskLooks, mine)) > 0;
}

/** Remembers that the officer had the full number of somebody who has no district. */
export async function noteLook(ctx: Signed, candidate: string): Promise<void> {
  await ctx.db
    .insert(deskLooks)
    .values({ officer: ctx.actor.id, candidate })
    .onConflictDoUpdate({ target: [deskLooks.officer, deskLooks.candidate], set: { at: appNow } });
}
