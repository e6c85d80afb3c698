import type { Ctx } from '#platform/context';
import { numberFor } from './number-for.ts';
import { loadStandingRows } from './load.ts';
import { liftEntries } from './lift.ts';
import { standingEntries } from './tables.ts';

/** 转出: the record is frozen until 考籍恢复. The same `source` twice freezes once. */
export async function freezeRecord(
  ctx: Ctx,
  candidate: string,
  source: string,
  province: string,
): Promise<void> {
  const admissionNumber = await numberFor(ctx, candidate);
  await ctx.db
    .insert(standingEntries)
    .values({ admissionNumber, kind: 'transferOut', province, source, by: ctx.actor?.id ?? null })
    .onConflictDoNothing({ target: standingEntries.source });
}

/** Lifts what froze it, whichever transfer that was; false: nothing was frozen, or somebody was faster. */
export async function unfreezeRecord(ctx: Ctx, candidate: string, reason: string): Promise<boolean> {
  return (await liftEntries(ctx, await loadStandingRows(ctx, candidate), 'transferOut', reason)) > 0;
}
