import { and, eq, sql } from 'drizzle-orm';
import type { Parsed } from '@zikao/contract/endpoint';
import type { saveEnrolmentDraft as contract } from '@zikao/contract/enrolments';
import { appNow } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { getEnrolmentRow, getSession } from './find.ts';
import { findGate } from './gate.ts';
import { enrolmentScope } from './scope.ts';
import { enrolments } from './tables.ts';

/** Keeps what was typed, unfinished or wrong; a field sent as null is emptied. Only before the deadline. */
export async function saveEnrolmentDraft(
  ctx: Signed,
  { body }: Pick<Parsed<typeof contract>, 'body'>,
): Promise<{ version: number; savedAt: string }> {
  const session = await getSession(ctx);
  const row = await getEnrolmentRow(ctx, session.id);
  const gate = await findGate(ctx, session, row);
  if (gate?.reason === 'window') throw new Problem('window.closed', gate.detail);
  const [saved] = await ctx.db
    .update(enrolments)
    .set({
      answers: sql`jsonb_strip_nulls(${enrolments.answers} || ${JSON.stringify(body)}::jsonb)`,
      version: sql`${enrolments.version} + 1`,
      savedAt: appNow,
    })
    .where(and(eq(enrolments.id, row.id), eq(enrolments.version, ctx.ifMatch), enrolmentScope(ctx.actor)))
    .returning({ version: enrolments.version, savedAt: enrolments.savedAt });
  if (!saved) throw new Problem('request.stale');
  return { version: saved.version, savedAt: saved.savedAt!.toISOString() };
}
