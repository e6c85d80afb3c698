import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { someNumberOf } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { numberFor } from './number-for.ts';
import { recordEntries } from './tables.ts';

type Columns = typeof recordEntries.$inferInsert;
export type NewEntry = Pick<Columns, 'course' | 'when' | 'origin'> & {
  kind: Exclude<Columns['kind'], 'reversal'>;
} & Partial<Pick<Columns, 'courseName' | 'credits' | 'score' | 'session' | 'major'>>;

/**
 * Adds entries to a candidate's record, inside the caller's transaction. `source` names what is writing, e.g.
 * `application:<id>:<no>`: written again, nothing happens. Without an admission number there is no record: `conflict`.
 */
export async function addEntries(
  ctx: Ctx,
  candidate: string,
  source: string,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const admissionNumber = await numberFor(ctx, candidate);
  await ctx.db
    .insert(recordEntries)
    .values(
      entries.map((entry) => ({
        ...entry,
        admissionNumber,
        source: `${source}:${entry.course}`,
        by: ctx.actor?.id ?? null,
      })),
    )
    .onConflictDoNothing({ target: recordEntries.source });
}

/**
 * SQL, part of a larger statement: adds the entry of each row of `rows` (candidate, course, kind, score, session, when,
 * origin, source). Who has no admission number gets none: the caller counts.
 */
export const fileEntries = (ctx: Pick<Ctx, 'actor'>, rows: SQL): SQL => sql`
  insert into ${recordEntries} (admission_number, course, kind, score, session, "when", origin, source, by)
  select n.number, r.course, r.kind, r.score, r.session, r."when", r.origin, r.source, ${ctx.actor?.id ?? null}::uuid
  from ${rows} r join (${someNumberOf(sql`select candidate from ${rows}`)}) n on n.candidate = r.candidate
  on conflict (source) do nothing`;

/** Takes back what `source` wrote, by later entries that say why. What is taken back already stays as it is. */
export async function reverseEntries(ctx: Ctx, source: string, reason: string): Promise<void> {
  const reversal = alias(recordEntries, 'reversal');
  const written = await ctx.db
    .select({ entry: recordEntries })
    .from(recordEntries)
    .leftJoin(reversal, eq(reversal.reverses, recordEntries.id))
    .where(and(sql`starts_with(${recordEntries.source}, ${`${source}:`})`, isNull(reversal.id)));
  if (written.length === 0) return;
  await ctx.db
    .insert(recordEntries)
    .values(
      written.map(({ entry: { id, admissionNumber, course, when, origin } }) => ({
        admissionNumber,
        course,
        when,
        origin,
        kind: 'reversal' as const,
        reverses: id,
        reason,
        by: ctx.actor?.id ?? null,
      })),
    )
    .onConflictDoNothing({ target: recordEntries.reverses });
}
