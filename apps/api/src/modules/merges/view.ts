import { and, desc, eq, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { allowed } from '@zikao/contract/lifecycle';
import { type listMerges as contract, type Merge, mergeLifecycle } from '@zikao/contract/merges';
import { districtName } from '#modules/exams';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { afterCursor, writeCursor } from '#platform/cursor';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { profiles } from '#tables/candidates';
import { accounts } from '#tables/identity';
import { mergeScope, reaches } from './scope.ts';
import { merges } from './tables.ts';

const officer = alias(accounts, 'officer');
const undoer = alias(accounts, 'undoer');

const select = (ctx: Signed, where: SQL | undefined, limit: number) =>
  ctx.db
    .select({
      row: merges,
      name: accounts.name,
      filed: profiles.name,
      by: officer.name,
      undoneBy: undoer.name,
    })
    .from(merges)
    .innerJoin(accounts, eq(accounts.id, merges.candidate))
    .leftJoin(profiles, eq(profiles.id, merges.candidate))
    .innerJoin(officer, eq(officer.id, merges.by))
    .leftJoin(undoer, eq(undoer.id, merges.undoneBy))
    .where(and(mergeScope(ctx.actor), where))
    .orderBy(desc(merges.at), desc(merges.id))
    .limit(limit);

type Row = Awaited<ReturnType<typeof select>>[number];

/** One the office may see; not theirs: `notFound`. */
export const getMergeView = async (ctx: Signed, id: string): Promise<Merge> => view(ctx, await find(ctx, id));

/** The same, looked at: the person can read that it was. */
export async function openMerge(ctx: Signed, id: string): Promise<Merge> {
  const found = await find(ctx, id);
  await trace(ctx, { subject: `merge:${id}`, candidate: found.row.candidate, why: '查看合档' });
  return view(ctx, found);
}

async function find(ctx: Signed, id: string): Promise<Row> {
  const [row] = await select(ctx, eq(merges.id, id), 1);
  if (!row) throw new Problem('notFound');
  return row;
}

/** Those that touch the own district, for the province all; the latest first. */
export async function listMerges(
  ctx: Signed,
  { query }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const { number, cursor, limit } = query;
  const of = number ? or(eq(merges.surviving, number), eq(merges.absorbed, number)) : undefined;
  const rows = await select(ctx, and(of, afterCursor(cursor, merges, 'newest')), limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await Promise.all(shown.map((row) => view(ctx, row))),
    ...(last && rows.length > limit && { next: writeCursor(last.row) }),
  };
}

async function view(ctx: Signed, { row, name, filed, by, undoneBy }: Row): Promise<Merge> {
  const { enrolments, applications, documents } = row.moved;
  const mine = reaches(ctx.actor, row.district);
  const open = mine && (await now(ctx.db)) <= row.undoUntil;
  const aside =
    enrolments.filter(({ before }) => before).length + applications.filter((one) => one.aside).length;
  return {
    id: row.id,
    state: row.state,
    actions: open ? allowed(mergeLifecycle, row.state, ctx.actor.role) : [],
    surviving: row.surviving,
    absorbed: row.absorbed,
    name: filed ?? name,
    closedAccount: row.closed !== null,
    district: await districtName(ctx, row.district),
    otherDistrict: await districtName(ctx, row.otherDistrict),
    reason: row.reason,
    by,
    at: row.at.toISOString(),
    undoUntil: row.undoUntil.toISOString(),
    ...(row.undoneAt && {
      undone: { by: undoneBy ?? '', at: row.undoneAt.toISOString(), reason: row.undoReason ?? '' },
    }),
    moved: {
      enrolments: enrolments.length,
      applications: applications.length,
      documents: documents.length,
      setAside: aside,
    },
  };
}
