import { and, eq } from 'drizzle-orm';
import { EDITABLE_STATES } from '@zikao/contract/applications/lifecycle';
import type { Application } from '@zikao/contract/applications/shapes';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { getKind } from './find-kind.ts';
import { getRow, type ApplicationRow } from './find.ts';
import { findGate, ruleGate } from './gate.ts';
import { hold } from './holds.ts';
import { loadFacts } from './load-facts.ts';
import { sessionOf } from './session-of.ts';
import { applicationHolds, applications } from './tables.ts';
import { applicationView } from './view.ts';

/** 申请: one draft, however often and from wherever it is asked for; a rejected one goes on instead of a new one. */
export async function beginApplication(
  ctx: Signed,
  { body }: { body: { kind: string } },
): Promise<Application> {
  const kind = getKind(ctx, body.kind);
  const held = await findHeld(ctx, kind.key);
  if (held) return goOn(ctx, held);
  const session = await sessionOf(ctx, kind);
  const gate = await findGate(ctx, kind, session);
  if (gate) throw new Problem(gate.reason === 'profile' ? 'profile.needed' : 'window.closed', gate.detail);
  const ruled = ruleGate(kind, await loadFacts(ctx, ctx.actor.id, session!));
  if (ruled) throw new Problem('application.refused', ruled.detail);
  const id = await transaction(ctx, async (ctx) => {
    const [row] = await ctx.db
      .insert(applications)
      .values({ candidate: ctx.actor.id, kind: kind.key, window: kind.window, session: session!.id })
      .returning();
    if (await hold(ctx, row!)) return row!.id;
    await ctx.db.delete(applications).where(eq(applications.id, row!.id));
    return undefined;
  });
  return id ? applicationView(ctx, await getRow(ctx, id)) : goOn(ctx, (await findHeld(ctx, kind.key))!);
}

function goOn(ctx: Signed, row: ApplicationRow): Promise<Application> {
  if (!EDITABLE_STATES.includes(row.state)) throw new Problem('application.open');
  return applicationView(ctx, row);
}

/** The application that keeps another of its kind from beginning. */
export async function findHeld(ctx: Signed, kind: string): Promise<ApplicationRow | undefined> {
  const [row] = await ctx.db
    .select({ application: applications })
    .from(applicationHolds)
    .innerJoin(applications, eq(applications.id, applicationHolds.application))
    .where(
      and(
        eq(applicationHolds.candidate, ctx.actor.id),
        eq(applicationHolds.kind, kind),
        eq(applicationHolds.key, 'open'),
      ),
    );
  return row?.application;
}
