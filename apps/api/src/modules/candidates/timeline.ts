import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { photoLifecycle, profileLifecycle, type TimelineEntry } from '@zikao/contract/candidates';
import type { Ctx } from '#platform/context';
import { events } from '#platform/tables';

/** Steps on the way that a person need not read. */
const QUIET = new Set(['upload', 'verify', 'giveBack']);

/** What happened to a profile and its photo, oldest first. */
export async function timelineOf(ctx: Ctx, id: string): Promise<z.output<typeof TimelineEntry>[]> {
  const rows = await ctx.db.select().from(events).where(eq(events.subjectId, id)).orderBy(asc(events.id));
  const labels: Record<string, Record<string, { label: string }>> = {
    profile: profileLifecycle.actions,
    photo: photoLifecycle.actions,
  };
  return rows.flatMap(({ subject, action, at, note }) => {
    const label = labels[subject]?.[action]?.label;
    if (!label || QUIET.has(action)) return [];
    return [{ at: at.toISOString(), label, ...(note?.text && { note: note.text }) }];
  });
}
