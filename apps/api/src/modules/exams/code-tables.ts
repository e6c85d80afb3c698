import { asc, eq, inArray } from 'drizzle-orm';
import type { CodeEntry, CodeTable, CodeTables } from '@zikao/contract/codes/tables';
import type { Ctx } from '#platform/context';
import { slotName } from './moments.ts';
import { codeEntries, courses, districts, examSessions, majors, slots } from './tables.ts';

type Has = Pick<Ctx, 'db'>;

/** Tables that are the catalogue's, not lists of codes. */
const CATALOGUE: Partial<Record<CodeTable, (ctx: Has) => Promise<CodeEntry[]>>> = {
  district: ({ db }) =>
    db
      .select({ code: districts.code, name: districts.name })
      .from(districts)
      .orderBy(asc(districts.position)),
  major: async ({ db }) => {
    const rows = await db.select().from(majors).orderBy(asc(majors.code));
    return rows.map(({ code, name, level }) => ({ code, name: `${code} ${name}（${level}）` }));
  },
  course: ({ db }) =>
    db.select({ code: courses.code, name: courses.name }).from(courses).orderBy(asc(courses.code)),
  slot: async ({ db }) => {
    const rows = await db
      .select({ slot: slots })
      .from(slots)
      .innerJoin(examSessions, eq(examSessions.id, slots.session))
      .where(eq(examSessions.current, true))
      .orderBy(asc(slots.no));
    return rows.map(({ slot }) => ({ code: slot.no, name: slotName(slot) }));
  },
};

/** Entries of the tables asked for, in display order. */
export async function codeTables(ctx: Has, names: readonly CodeTable[]): Promise<CodeTables> {
  const listed = names.filter((name) => !CATALOGUE[name]);
  const rows = listed.length
    ? await ctx.db
        .select()
        .from(codeEntries)
        .where(inArray(codeEntries.table, listed))
        .orderBy(asc(codeEntries.position))
    : [];
  const tables: CodeTables = {};
  for (const name of names) {
    tables[name] = CATALOGUE[name]
      ? await CATALOGUE[name](ctx)
      : rows
          .filter((row) => row.table === name)
          .map(({ code, name: label, parent }) => ({ code, name: label, ...(parent && { parent }) }));
  }
  return tables;
}
