import { and, desc, eq } from 'drizzle-orm';
import { type DeskActName, paperLabels, ticksOf } from '@zikao/contract/desk/papers';
import type { DeskAct } from '@zikao/contract/desk/shapes';
import type { Signed } from '#platform/context';
import { deskActs } from './tables.ts';

interface Done {
  candidate: string;
  what: DeskActName;
  papers: string[];
  request?: string;
}

/** Notes what the officer did, in the transaction that does it. */
export async function noteAct(ctx: Signed, done: Done): Promise<string> {
  const { id: by, name: byName, district } = ctx.actor;
  const [row] = await ctx.db
    .insert(deskActs)
    .values({ ...done, by, byName, district: district! })
    .returning({ id: deskActs.id });
  return row!.id;
}

/** What the officer's own district did for a person, newest first. */
export async function actsFor(ctx: Signed, candidate: string): Promise<DeskAct[]> {
  const rows = await ctx.db
    .select()
    .from(deskActs)
    .where(and(eq(deskActs.candidate, candidate), eq(deskActs.district, ctx.actor.district!)))
    .orderBy(desc(deskActs.at), desc(deskActs.id))
    .limit(30);
  return rows.map(({ id, what, byName, at, papers }) => ({
    id,
    what,
    by: byName,
    at: at.toISOString(),
    papers: paperLabels(ticksOf(what), papers),
  }));
}
