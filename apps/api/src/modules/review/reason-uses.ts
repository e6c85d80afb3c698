import { and, count, desc, eq, type SQL } from 'drizzle-orm';
import type { ReasonUse } from '@zikao/contract/oversight';
import type { Ctx } from '#platform/context';
import { reasonChoices } from '#tables/exams';
import { decisionReasons, decisions } from './tables.ts';

/** What these rejections were for, most often first; what officers wrote themselves counts by its field. */
export async function reasonUses(
  { db }: Pick<Ctx, 'db'>,
  which: SQL | undefined,
  most: number,
): Promise<ReasonUse[]> {
  const { queue } = decisions;
  const { field } = decisionReasons;
  const { label } = reasonChoices;
  const uses = count();
  const rows = await db
    .select({ queue, field, label, uses })
    .from(decisions)
    .innerJoin(decisionReasons, eq(decisionReasons.decision, decisions.id))
    .leftJoin(reasonChoices, eq(reasonChoices.code, decisionReasons.choice))
    .where(and(which, eq(decisions.decision, 'reject')))
    .groupBy(queue, field, label)
    .orderBy(desc(uses), queue, field, label)
    .limit(most);
  return rows.map(({ label: said, ...use }) => ({ ...use, ...(said !== null && { label: said }) }));
}
