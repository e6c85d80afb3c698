import { asc, eq, inArray, sql } from 'drizzle-orm';
import { type MajorRow, MAJORS } from '@zikao/contract/catalogue-tables';
import type { Signed } from '#platform/context';
import type { Fault, ImportTarget } from '#platform/imports';
import { majors, plans } from './tables.ts';

/** 专业, imported as a table. */
export const majorTable: ImportTarget<MajorRow> = {
  definition: MAJORS,
  async lock({ db }) {
    await db.execute(sql`lock table majors in share row exclusive mode`);
  },
  async current({ db }) {
    const rows = await db.select().from(majors).orderBy(asc(majors.code));
    return rows.map(majorRow);
  },
  async check(ctx, { removed }, filed) {
    return [
      ...filed.flatMap(({ no, row }) =>
        datesFault(row).map((message) => ({ no, title: '停考过渡截止日期', message })),
      ),
      ...(await majorRemovalFaults(
        ctx,
        removed.map(({ row }) => row.code),
      )),
    ];
  },
  async write({ db }, { added, changed, removed }) {
    if (removed.length)
      await db.delete(majors).where(
        inArray(
          majors.code,
          removed.map(({ row }) => row.code),
        ),
      );
    if (added.length) await db.insert(majors).values(added.map(({ row }) => row));
    for (const { after } of changed) await db.update(majors).set(after).where(eq(majors.code, after.code));
  },
};

/** What of a major is edited. */
export const majorRow = ({
  code,
  name,
  level,
  school,
  status,
  newcomersEnd,
  enrolUntil,
  certificatesUntil,
  restriction,
  note,
}: MajorRow): MajorRow => ({
  code,
  name,
  level,
  school,
  status,
  newcomersEnd,
  enrolUntil,
  certificatesUntil,
  restriction,
  note,
});

/** What is wrong with the days of a major. */
export function datesFault({ newcomersEnd, enrolUntil }: MajorRow): string[] {
  return newcomersEnd && enrolUntil && enrolUntil < newcomersEnd ? ['不应早于停止招生日期'] : [];
}

/** Why majors cannot be removed. */
export async function majorRemovalFaults(ctx: Signed, codes: string[]): Promise<Fault[]> {
  if (codes.length === 0) return [];
  const uses = new Map<string, string>();
  const planned = await ctx.db
    .selectDistinct({ code: plans.major })
    .from(plans)
    .where(inArray(plans.major, codes));
  for (const { code } of planned) uses.set(code, '还有开考计划，请先删除计划');
  const people = await ctx.inUse(ctx, { majors: codes });
  for (const [code, count] of people.majors)
    uses.set(code, `有 ${count} 名考生报考过，不能删除；不再开考的，请把开考状态改为停考`);
  return [...uses].map(([code, use]) => ({ message: `专业 ${code} ${use}` }));
}
