import { and, asc, eq, notInArray } from 'drizzle-orm';
import type { EditedReason } from '@zikao/contract/review-reasons';
import type { Ctx } from '#platform/context';
import { reasonChoices } from './tables.ts';

type Reads = Pick<Ctx, 'db'>;
type Choice = typeof reasonChoices.$inferSelect;

/** The ready reasons of a queue that are in use, in their order. */
export function reasonsOf({ db }: Reads, queue: string): Promise<Choice[]> {
  const offered = and(eq(reasonChoices.queue, queue), eq(reasonChoices.retired, false));
  return db.select().from(reasonChoices).where(offered).orderBy(asc(reasonChoices.position));
}

/**
 * Puts an edited list in place of the one there was; what is not in it is offered no more. Other words are another
 * reason: the one before keeps its words and its uses.
 */
export async function replaceReasons(
  { db }: Reads,
  queue: string,
  items: readonly EditedReason[],
): Promise<void> {
  const before = await db.select().from(reasonChoices).where(eq(reasonChoices.queue, queue));
  const kept = items.map((item) =>
    before.find(({ code, field, text }) => code === item.code && field === item.field && text === item.text),
  );
  const codes = kept.map((one) => one?.code ?? `${queue}.${crypto.randomUUID()}`);
  await db
    .update(reasonChoices)
    .set({ retired: true })
    .where(
      and(eq(reasonChoices.queue, queue), codes.length ? notInArray(reasonChoices.code, codes) : undefined),
    );
  for (const [position, { field, label, text }] of items.entries()) {
    const code = codes[position]!;
    await db
      .insert(reasonChoices)
      .values({ code, queue, field, label, text, position })
      .onConflictDoUpdate({ target: reasonChoices.code, set: { label, position, retired: false } });
  }
}
