import { and, eq, inArray } from 'drizzle-orm';
import type { Reason } from '@zikao/contract/candidates';
import type { Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { reasonChoices } from '#tables/exams';
import { decisionReasons } from './tables.ts';

/** What a rejection was for, for the counts: a ready sentence is known by its field and its words. */
export async function noteReasons(
  ctx: Signed,
  queue: Queue,
  decision: string,
  reasons: readonly Reason[],
): Promise<void> {
  const texts = reasons.map(({ text }) => text);
  const choices = await ctx.db
    .select()
    .from(reasonChoices)
    .where(and(eq(reasonChoices.queue, queue), inArray(reasonChoices.text, texts)));
  await ctx.db.insert(decisionReasons).values(
    reasons.map(({ field, text }, no) => ({
      decision,
      no,
      field,
      choice: choices.find((one) => one.field === field && one.text === text)?.code ?? null,
    })),
  );
}
