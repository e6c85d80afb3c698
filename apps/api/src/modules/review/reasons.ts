import { count, eq, inArray, max } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { Queue } from '@zikao/contract/review';
import type { getReasons, saveReasons as endpoint } from '@zikao/contract/review-reasons';
import { replaceReasons, reasonsOf } from '#modules/exams';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { sourceOf } from './queues.ts';
import { decisionReasons, decisions, reasonLists } from './tables.ts';

type List = Given<typeof getReasons>;

/** The ready reasons of a queue, with how often each was used. */
export async function showReasons(
  ctx: Signed,
  { params: { queue } }: Pick<Parsed<typeof getReasons>, 'params'>,
): Promise<List> {
  sourceOf(ctx, queue);
  const choices = await reasonsOf(ctx, queue);
  const uses = await usesOf(
    ctx,
    choices.map(({ code }) => code),
  );
  return {
    queue,
    version: await versionOf(ctx, queue),
    items: choices.map(({ code, field, label, text }) => {
      const used = uses.get(code);
      return {
        code,
        field,
        label,
        text,
        uses: used?.count ?? 0,
        ...(used?.last && { lastUsedAt: used.last.toISOString() }),
      };
    }),
  };
}

/** Replaces the list by what was edited, unless somebody else saved it in between. */
export async function saveReasons(ctx: Signed, { params, body }: Parsed<typeof endpoint>): Promise<List> {
  const { queue } = params;
  const { fields } = sourceOf(ctx, queue);
  const errors = body.items.flatMap(({ field }, i) =>
    Object.hasOwn(fields, field) ? [] : [{ path: `items.${i}.field`, message: '没有这一项，请重新选择' }],
  );
  if (errors.length) throw new Problem('request.invalid', { errors });
  return transaction(ctx, async (ctx) => {
    await ctx.db.insert(reasonLists).values({ queue, version: 1 }).onConflictDoNothing();
    const [list] = await ctx.db.select().from(reasonLists).where(eq(reasonLists.queue, queue)).for('update');
    if (list!.version !== ctx.ifMatch) throw new Problem('request.stale');
    await replaceReasons(ctx, queue, body.items);
    const version = list!.version + 1;
    await ctx.db.update(reasonLists).set({ version }).where(eq(reasonLists.queue, queue));
    await trace(ctx, { subject: `reasons:${queue}`, why: `保存不通过原因，共 ${body.items.length} 条` });
    return showReasons(ctx, { params });
  });
}

async function versionOf(ctx: Signed, queue: Queue): Promise<number> {
  const [list] = await ctx.db.select().from(reasonLists).where(eq(reasonLists.queue, queue));
  return list?.version ?? 1;
}

async function usesOf(
  ctx: Signed,
  codes: string[],
): Promise<Map<string, { count: number; last: Date | null }>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.db
    .select({ code: decisionReasons.choice, count: count(), last: max(decisions.at) })
    .from(decisionReasons)
    .innerJoin(decisions, eq(decisions.id, decisionReasons.decision))
    .where(inArray(decisionReasons.choice, codes))
    .groupBy(decisionReasons.choice);
  return new Map(rows.map(({ code, ...used }) => [code!, used]));
}
