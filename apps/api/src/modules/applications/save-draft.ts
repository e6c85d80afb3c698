import { eq, sql } from 'drizzle-orm';
import { EDITABLE_STATES } from '@zikao/contract/applications/lifecycle';
import { documentsIn } from '@zikao/contract/forms/codes';
import { draftSchema } from '@zikao/contract/forms/form';
import { nameDocuments } from '#modules/documents';
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
    const { form } = getKind(ctx, row.kind);
    const patch = draftSchema(form).safeParse(body);
    if (!patch.success) throw zodProblem(patch.error);
    if (row.version !== ctx.ifMatch) throw new Problem('request.stale');
    const answers = { ...openDraft(ctx.keys, row.answers), ...patch.data };
    // What is not there (any more) is said when the form is judged.
    await nameDocuments(ctx, {
      owner: row.candidate,
      subject: row.id,
      no: 0,
      ids: documentsIn(form, answers),
    });
    const [saved] = await ctx.db
      .update(applications)
      .set({
        answers: sealDraft(ctx.keys, answers),
        version: sql`${applications.version} + 1`,
        savedAt: appNow,
      })
      .where(eq(applications.id, row.id))
      .returning({ version: applications.version, savedAt: applications.savedAt });
    return { version: saved!.version, savedAt: saved!.savedAt!.toISOString() };
  });
}
