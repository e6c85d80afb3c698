import { and, count, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { PROVINCE_OFFICE } from '@zikao/contract/oversight';
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
export const atDistricts = eq(decisions.stage, 'district');

/** Everybody's: every stage is named, so that the index by stage and moment serves. */
export const ofEverybody = inArray(decisions.stage, ['district', 'province']);
export const inQueue = (queue: Queue): SQL => eq(decisions.queue, queue);

/** What figures are told apart by. */
export const BY = {
  queue: decisions.queue,
  officer: decisions.officer,
  /** Where it was decided: the district's code, or the province's own. */
  office: sql<string>`(case ${decisions.stage} when 'province' then ${sql.raw(`'${PROVINCE_OFFICE}'`)} else coalesce(${decisions.district}, '') end)`,
  /** The day in China. */
  day: sql<string>`to_char(${decisions.at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`,
} as const satisfies Record<string, PgColumn | SQL<string>>;

/** The figures of these decisions, each part of them and all together. */
export async function figuresBy(
  { db }: Pick<Ctx, 'db'>,
  part: keyof typeof BY,
  which: SQL | undefined,
): Promise<{ each: Map<string, Figures>; total: Figures }> {
  const rows = await db
    .select({ key: sql<string | null>`${BY[part]}`, ...MEASURES })
    .from(decisions)
    .where(which)
    .groupBy(sql`rollup (${BY[part]})`);
  return parted(rows, figures, NONE);
}

/** Of a rollup: its parts, and the row of all together, which has no name. */
export function parted<Row extends { key: string | null }, Value>(
  rows: readonly Row[],
  valueOf: (row: Row) => Value,
  none: Value,
): { each: Map<string, Value>; total: Value } {
  const each = new Map<string, Value>();
  let total = none;
  for (const row of rows)
    if (row.key === null) total = valueOf(row);
    else each.set(row.key, valueOf(row));
  return { each, total };
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
