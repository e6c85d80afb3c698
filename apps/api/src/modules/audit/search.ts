import { and, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { actionsOf } from '@zikao/contract/audit-actions';
import type { AuditFilter } from '@zikao/contract/audit';
import type { Ctx } from '#platform/context';
import { auditEntries as entry, auditShown } from '#platform/tables';
import { accounts } from '#tables/identity';

export interface Part {
  /** Where the page before ended. */
  after?: SQL | undefined;
  limit: number;
}

/**
 * SQL: (seq, at) of the entries that fit. Every way in begins with one value of an index that goes on by time, so a page is
 * read from its end; a business has several ways in, a person three, and no number of entries makes it longer. `part`: only
 * as many of them.
 */
export async function search(ctx: Pick<Ctx, 'db'>, filter: AuditFilter, part?: Part): Promise<SQL> {
  const ways = await waysIn(ctx, filter);
  const rest = and(...restOf(filter), part?.after) ?? sql`true`;
  const newest = sql`order by at desc, seq desc limit ${part?.limit ?? 0}`;
  const read = ways.map(
    (way) =>
      sql`(select ${entry.seq}, ${entry.at} from ${entry} where ${way} and ${rest} ${part ? newest : sql``})`,
  );
  const all = read.length
    ? sql.join(read, sql` union `)
    : sql`select 0::bigint as seq, app_now() as at where false`;
  return part && read.length > 1 ? sql`select seq, at from (${all}) found ${newest}` : all;
}

/** The narrowest first. */
async function waysIn(ctx: Pick<Ctx, 'db'>, filter: AuditFilter): Promise<SQL[]> {
  const { person, officer, subject, district } = filter;
  if (person) return (await namesakes(ctx, person)).flatMap(waysTo);
  if (subject) return [eq(entry.subject, subject)];
  if (officer) return [eq(entry.actor, officer)];
  const actions = wanted(filter);
  const there = district ? eq(entry.district, district) : undefined;
  if (actions) return actions.map((action) => and(there, eq(entry.action, action))!);
  return [there ?? sql`true`];
}

/** What others did with somebody's data, took of it in a list, and what they did themselves. */
const waysTo = (account: string): SQL[] => [
  eq(entry.candidate, account),
  eq(entry.actor, account),
  sql`${entry.seq} in (select seq from ${auditShown} where candidate = ${account})`,
];

/** All again: where a way in has said it already it costs nothing. */
function restOf(filter: AuditFilter): (SQL | undefined)[] {
  const { officer, subject, district, from, to } = filter;
  const actions = wanted(filter);
  return [
    officer ? eq(entry.actor, officer) : undefined,
    subject ? eq(entry.subject, subject) : undefined,
    district ? eq(entry.district, district) : undefined,
    actions ? sql`${entry.action} = any(${sql.param(actions)}::text[])` : undefined,
    from ? gte(entry.at, new Date(from)) : undefined,
    to ? lt(entry.at, new Date(to)) : undefined,
  ];
}

function wanted({ area, action }: AuditFilter): string[] | undefined {
  if (!area) return action ? [action] : undefined;
  const actions = actionsOf(area);
  return action ? actions.filter((one) => one === action) : actions;
}

/** The account, and those a 合档 closed into it. */
async function namesakes({ db }: Pick<Ctx, 'db'>, person: string): Promise<string[]> {
  const merged = await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.mergedInto, person));
  return [person, ...merged.map(({ id }) => id)];
}
