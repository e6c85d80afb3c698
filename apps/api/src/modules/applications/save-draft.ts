import { eq, sql } from 'drizzle-orm';
import { EDITABLE_STATES } from '@zikao/contract/applications/lifecycle';
import { draftSchema } from '@zikao/contract/forms/form';
import { appNow } from '#platform/clock';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { zodProblem } from '#platform/serve';
import { getKind } from './find-kind.ts';
import { getRow } from './find.ts';
import { openDraft, sealDraft } from './seal.ts';
import { applications } from './tables.ts';

/** Keeps what was typed, unfinished or wrong; a field sent as null is emptied, one the form does not know is refused. */
export function saveApplicationDraft(
  ctx: Signed,
  { params, body }: { params: { id: string }; body: Record<string, unknown> },
): Promise<{ version: number; savedAt: string }> {
  return transaction(ctx, async (ctx) => {
    const row = await getRow(ctx, params.id, { lock: true });
    if (!EDITABLE_STATES.includes(row.state)) throw new Problem('application.closed');
    const patch = draftSchema(getKind(ctx, row.kind).form).safeParse(body);
    if (!patch.success) throw zodProblem(patch.error);
    if (row.version !== ctx.ifMatch) throw new Problem('request.stale');
    const [saved] = await ctx.db
      .update(applications)
      .set({
        answers: sealDraft(ctx.keys, { ...openDraft(ctx.keys, row.answers), ...patch.data }),
        version: sql`${applications.version} + 1`,
        savedAt: appNow,
      })
      .where(eq(applications.id, row.id))
      .returning({ version: applications.version, savedAt: applications.savedAt });
    return { version: saved!.version, savedAt: saved!.savedAt!.toISOString() };
  });
}
