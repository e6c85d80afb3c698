import { eq, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import type { Source } from './queues.ts';

/** Cases kept for nobody else than the actor, now. */
export function free({ id }: Actor, { reserved }: Source): SQL | undefined {
  return or(isNull(reserved.for), eq(reserved.for, id), lte(reserved.until, sql`(select app_now())`));
}
