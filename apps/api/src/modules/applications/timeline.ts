import { applicationLifecycle } from '@zikao/contract/applications/lifecycle';
import type { Application } from '@zikao/contract/applications/shapes';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { events } from '#platform/tables';

type Timeline = Application['timeline'];

/** What happened to each of several applications, in order. */
export async function timelinesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Timeline>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.subject, applicationLifecycle.subject), inArray(events.subjectId, [...ids])))
    .orderBy(asc(events.id));
  const all = new Map<string, Timeline>();
  for (const { subjectId, at, action, note } of rows) {
    const { label } = applicationLifecycle.actions[action as keyof typeof applicationLifecycle.actions];
    const entry = { at: at.toISOString(), label, ...(note?.text && { note: note.text }) };
    all.set(subjectId, [...(all.get(subjectId) ?? []), entry]);
  }
  return all;
}
