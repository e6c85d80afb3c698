import { and, asc, gte, isNull, lte, or, sql } from 'drizzle-orm';
import type { Reader } from './current-session.ts';
import { equivalences } from './tables.ts';

export type Equivalence = typeof equivalences.$inferSelect;

const today = sql`(app_now() at time zone 'Asia/Shanghai')::date`;

/** What stands for which course in 免考, as in force today. */
export function equivalencesOf(ctx: Reader): Promise<Equivalence[]> {
  return ctx.db
    .select()
    .from(equivalences)
    .where(and(lte(equivalences.from, today), or(isNull(equivalences.until), gte(equivalences.until, today))))
    .orderBy(asc(equivalences.position));
}
