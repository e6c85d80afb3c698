import type { Ctx } from '#platform/context';
import { inForce, type StandingRow } from './standing.ts';
import { standingEntries } from './tables.ts';

/** Ends the entries of a kind that are in force, by later ones; how many were. Of two at once one counts them. */
export async function liftEntries(
  ctx: Ctx,
  rows: readonly StandingRow[],
  kind: 'transferOut' | 'penalty',
  reason: string,
): Promise<number> {
  const found = inForce(rows).filter((row) => row.kind === kind);
  if (found.length === 0) return 0;
  const written = await ctx.db
    .insert(standingEntries)
    .values(
      found.map(({ id, admissionNumber }) => ({
        admissionNumber,
        kind: 'reversal' as const,
        reverses: id,
        reason,
        by: ctx.actor?.id ?? null,
      })),
    )
    .onConflictDoNothing({ target: standingEntries.reverses })
    .returning({ id: standingEntries.id });
  return written.length;
}
