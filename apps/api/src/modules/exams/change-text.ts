import { eq, sql } from 'drizzle-orm';
import type { ProblemCode } from '@zikao/contract/problems';
import type { TextState, TextVersion } from '@zikao/contract/texts';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { findText, showText } from './text-version.ts';
import { texts } from './tables.ts';

type Found = Awaited<ReturnType<typeof findText>>;

/** Changes a version that is in one of these states, or refuses with `otherwise`; `change` says what was done. */
export function changeText(
  ctx: Signed,
  id: string,
  { from, otherwise }: { from: readonly TextState[]; otherwise: ProblemCode },
  change: (ctx: Signed, found: Found) => Promise<string>,
): Promise<TextVersion> {
  return transaction(ctx, async (ctx) => {
    await lockText(ctx, id, { from, otherwise });
    const why = await change(ctx, await findText(ctx, id));
    await ctx.db
      .update(texts)
      .set({ revision: sql`${texts.revision} + 1` })
      .where(eq(texts.id, id));
    await trace(ctx, { subject: `text:${id}`, why });
    return showText(ctx, id);
  });
}

/** Held to the end of the transaction, at the version that was last seen. */
export async function lockText(
  ctx: Signed,
  id: string,
  { from, otherwise }: { from: readonly TextState[]; otherwise: ProblemCode },
): Promise<Found> {
  const [locked] = await ctx.db.select().from(texts).where(eq(texts.id, id)).for('update');
  if (!locked) throw new Problem('notFound');
  if (locked.revision !== ctx.ifMatch) throw new Problem('request.stale');
  const found = await findText(ctx, id);
  if (!from.includes(found.state)) throw new Problem(otherwise);
  return found;
}
