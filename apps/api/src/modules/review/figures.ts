import { and, count, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import type { Queue } from '@zikao/contract/review';
import type { Figures } from '@zikao/contract/review-statistics';
import type { Ctx, Signed } from '#platform/context';
import { decisions } from './tables.ts';

const first = eq(decisions.no, 1);
const approved = eq(decisions.decision, 'approve');
const MEASURES = {
  decided: count(),
  approved: sql<number>`(count(*) filter (where ${approved}))::int`,
  medianSeconds: sql<number | null>`percentile_cont(0.5) within group (order by ${decisions.seconds})`,
  first: sql<number>`(count(*) filter (where ${first}))::int`,
  firstApproved: sql<number>`(count(*) filter (where ${and(first, approved)}))::int`,
};

/** The first moment of a day in China, an ISO date; `days` later. */
const dayStart = (day: string, days = 0) =>
  sql`((${day}::date + ${days}::int)::timestamp at time zone 'Asia/Shanghai')`;

/** Decisions that took effect from one day to another, both in China and both counted. */
export const within = (from: string, to: string): SQL =>
  and(gte(decisions.at, dayStart(from)), lt(decisions.at, dayStart(to, 1)))!;

/** Whose decisions: an officer's, a district's, the province's own. For any page that shows figures. */
export const ofOfficer = (id: string): SQL => eq(decisions.officer, id);
export const ofDistrict = (code: string): SQL =>
  and(eq(decisions.district, code), eq(decisions.stage, 'district'))!;
export const ofProvince = eq(decisions.stage, 'province');

/** The figures of these decisions, by queue; the last answer is all of them together. */
export async function figuresOf(
  { db }: Pick<Ctx, 'db'>,
  which: SQL | undefined,
): Promise<{ byQueue: Map<Queue, Figures>; total: Figures }> {
  const rows = await db
    .select({ queue: decisions.queue, ...MEASURES })
    .from(decisions)
    .where(which)
    .groupBy(sql`rollup (${decisions.queue})`);
  const byQueue = new Map<Queue, Figures>();
  let total = NONE;
  // The row of all queues together has no name.
  for (const { queue, ...row } of rows as ((typeof rows)[number] & { queue: Queue | null })[])
    if (queue === null) total = figures(row);
    else byQueue.set(queue, figures(row));
  return { byQueue, total };
}

export const NONE: Figures = {
  decided: 0,
  approved: 0,
  rejected: 0,
  medianSeconds: null,
  firstPassRate: null,
};

function figures(row: { [K in keyof typeof MEASURES]: number | null }): Figures {
  const [decided, passed, firsts] = [row.decided ?? 0, row.approved ?? 0, row.first ?? 0];
  return {
    decided,
    approved: passed,
    rejected: decided - passed,
    medianSeconds: row.medianSeconds,
    firstPassRate: firsts > 0 ? (row.firstApproved ?? 0) / firsts : null,
  };
}

/** What the officer got done today. */
export async function ownToday(ctx: Signed): Promise<Pick<Figures, 'decided' | 'medianSeconds'>> {
  const today = sql`(select date_trunc('day', app_now(), 'Asia/Shanghai'))`;
  const [row] = await ctx.db
    .select({ decided: MEASURES.decided, medianSeconds: MEASURES.medianSeconds })
    .from(decisions)
    .where(and(ofOfficer(ctx.actor.id), sql`${decisions.at} >= ${today}`));
  return row!;
}
