import { asc, inArray } from 'drizzle-orm';
import { CODE_TABLES, type CodeEntry, type CodeTable } from '@zikao/contract/codes/tables';
import { Problem } from '#platform/problem';
import { coursesOf, majorsOf } from './catalogue.ts';
import { currentSession, type Reader } from './current-session.ts';
import { listDistricts } from './districts.ts';
import { slotName } from './slot-name.ts';
import { codeEntries } from './tables.ts';

type Tables = Partial<Record<CodeTable, CodeEntry[]>>;

/** Tables whose entries are the catalogue's: no rows of their own. Slots are those of the current session. */
const FROM_CATALOGUE: Partial<Record<CodeTable, (ctx: Reader) => Promise<CodeEntry[]>>> = {
  async district(ctx) {
    return (await listDistricts(ctx)).items.map(({ code, name }) => ({ code, name }));
  },
  async major(ctx) {
    return (await majorsOf(ctx)).map(({ code, name, level, status }) => ({
      code,
      name: `${code} ${name} ${level}`,
      ...(status === 'closed' && { unavailable: '已停考' }),
    }));
  },
  async course(ctx) {
    return [...(await coursesOf(ctx)).values()].map(({ code, name }) => ({ code, name }));
  },
  async slot(ctx) {
    return ((await currentSession(ctx))?.slots ?? []).map((slot) => ({
      code: slot.no,
      name: slotName(slot),
    }));
  },
};

/** Entries of the tables asked for, in display order. */
export async function codeTables(ctx: Reader, names: readonly CodeTable[]): Promise<Tables> {
  const tables: Tables = Object.fromEntries(names.map((name) => [name, []]));
  const stored = names.filter((name) => !FROM_CATALOGUE[name]);
  const rows = stored.length
    ? await ctx.db
        .select()
        .from(codeEntries)
        .where(inArray(codeEntries.table, stored))
        .orderBy(asc(codeEntries.table), asc(codeEntries.position))
    : [];
  for (const { table, code, name, parent } of rows)
    tables[table as CodeTable]!.push({ code, name, ...(parent && { parent }) });
  for (const name of names) {
    const read = FROM_CATALOGUE[name];
    if (read) tables[name] = await read(ctx);
  }
  return tables;
}

/** The tables named in a query, `sex,nation`; an unknown name is refused. */
export function getCodeTables(ctx: Reader, names: string): Promise<Tables> {
  const asked = [...new Set(names.split(',').map((name) => name.trim()))];
  const unknown = asked.find((name) => !Object.hasOwn(CODE_TABLES, name));
  if (unknown !== undefined)
    throw new Problem('request.invalid', {
      errors: [{ path: 'names', message: `没有代码表“${unknown}”` }],
    });
  return codeTables(ctx, asked as CodeTable[]);
}
