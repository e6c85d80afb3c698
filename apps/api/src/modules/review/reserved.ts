import { and, eq, isNull, lte, notExists, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Signed } from '#platform/context';
import { accounts } from '#tables/identity';
import type { Source } from './queues.ts';

export const keepers = alias(accounts, 'keeper');

/**
 * Whether a colleague for whom cases are kept can still decide on this one: signs in, and works where it waits. Kept for
 * anybody else it would wait for nobody.
 */
export const stillKeeps = ({ district, state }: Source): SQL =>
  sql`${keepers.active} and case ${keepers.role} when 'district' then ${keepers.district} = ${district}
    when 'province' then ${state} = 'province' else false end`;

/** Cases kept for nobody else than the actor, now. */
export function free({ db, actor }: Signed, of: Source): SQL | undefined {
  const { reserved } = of;
  const kept = db
    .select({ one: sql`1` })
    .from(keepers)
    .where(and(eq(keepers.id, reserved.for), stillKeeps(of)));
  return or(
    isNull(reserved.for),
    eq(reserved.for, actor.id),
    lte(reserved.until, sql`(select app_now())`),
    notExists(kept),
  );
}
