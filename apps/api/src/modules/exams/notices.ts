import { sql, type SQL } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { Text } from '@zikao/contract/exams';
import type { listNotices as contract } from '@zikao/contract/texts';
import { readPlace, writeCursor } from '#platform/cursor';
import { Problem } from '#platform/problem';
import type { Reader } from './current-session.ts';

/** The version in force of every notice, under its public address; a query for `from`. */
export const noticesInForce: SQL = sql`(
  select distinct on (coalesce(of, id)) coalesce(of, id) as id, version, title, body, published_at
  from texts where kind = 'notice' and withdrawn_at is null and published_at <= app_now()
  order by coalesce(of, id), published_at desc, seq desc)`;

interface Row extends Record<string, unknown> {
  id: string;
  version: string;
  title: string;
  body: string;
  published_at: Date;
}

/** 通知公告, the newest first, for everybody. */
export async function listNotices(
  ctx: Reader,
  { query: { cursor, limit, search } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const place = cursor === undefined ? undefined : readPlace(cursor);
  const { rows } = await ctx.db.execute<Row>(sql`
    select id, title, published_at from ${noticesInForce} notices
    where ${place ? sql`(published_at, id) < (${place.at.toISOString()}::timestamptz, ${place.id})` : sql`true`}
      and ${search ? sql`position(lower(${search}) in lower(title)) > 0` : sql`true`}
    order by published_at desc, id desc limit ${limit + 1}`);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, title, published_at }) => ({
      id,
      title,
      publishedAt: new Date(published_at).toISOString(),
    })),
    ...(rows.length > limit &&
      last && { next: writeCursor({ at: new Date(last.published_at), id: last.id }) }),
  };
}

/** One notice by its address; one that was withdrawn says so. */
export async function getNotice(ctx: Reader, id: string): Promise<Text> {
  const { rows } = await ctx.db.execute<Row>(sql`select * from ${noticesInForce} notices where id = ${id}`);
  const [row] = rows;
  if (row) {
    const { version, title, body, published_at } = row;
    const publishedAt = new Date(published_at).toISOString();
    return { id, kind: 'notice', version, title, body, publishedAt };
  }
  const withdrawn = await ctx.db.execute(sql`
    select 1 from texts where kind = 'notice' and coalesce(of, id) = ${id} and withdrawn_at is not null limit 1`);
  throw withdrawn.rows.length ? new Problem('notFound', '这则公告已撤回。') : new Problem('notFound');
}
