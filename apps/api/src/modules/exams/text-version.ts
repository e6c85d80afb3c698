import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { TextHead, TextState, TextVersion } from '@zikao/contract/texts';
import { Problem } from '#platform/problem';
import type { Reader } from './current-session.ts';
import { texts } from './tables.ts';

/** What all versions of one text share: its kind; of a notice the first version's id, which is its public address. */
export const seriesOf = sql<string>`coalesce(texts.of, case when texts.kind = 'notice' then texts.id else texts.kind end)`;

/** Of the published versions of a series the newest is in force; what is withdrawn is none. */
export const stateOf = sql<TextState>`case
  when texts.withdrawn_at is not null then 'withdrawn'
  when texts.published_at is null then 'draft'
  when texts.published_at > app_now() then 'scheduled'
  when exists (select 1 from texts newer where newer.kind = texts.kind and newer.withdrawn_at is null
      and newer.published_at <= app_now() and (newer.published_at, newer.seq) > (texts.published_at, texts.seq)
      and (newer.kind <> 'notice' or coalesce(newer.of, newer.id) = coalesce(texts.of, texts.id))) then 'former'
  else 'inForce' end`;

export const headFacts = { row: texts, series: seriesOf, state: stateOf };
type Found = { row: typeof texts.$inferSelect; series: string; state: TextState };

export function headOf({ row, series, state }: Found): TextHead {
  const { id, kind, title, version, publishedAt, createdAt } = row;
  return {
    id,
    kind,
    series,
    title,
    edition: version,
    state,
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
    createdAt: createdAt.toISOString(),
  };
}

export async function findText(ctx: Reader, id: string): Promise<Found> {
  const [found] = await ctx.db.select(headFacts).from(texts).where(eq(texts.id, id));
  if (!found) throw new Problem('notFound');
  return found;
}

/** One version as the province sees it, with the one before it. */
export async function showText(ctx: Reader, id: string): Promise<TextVersion> {
  const found = await findText(ctx, id);
  const { row } = found;
  const former = await formerOf(ctx, found);
  return {
    ...headOf(found),
    version: row.revision,
    body: row.body,
    ...(row.withdrawnAt && {
      withdrawn: { at: row.withdrawnAt.toISOString(), reason: row.withdrawnReason ?? '' },
    }),
    ...(former && {
      former: { id: former.id, edition: former.version, title: former.title, body: former.body },
    }),
  };
}

/** The newest published version of the series before this one; of a draft, the newest of all. */
async function formerOf(ctx: Reader, { row, series }: Found): Promise<typeof texts.$inferSelect | undefined> {
  const before = row.publishedAt
    ? or(
        lt(texts.publishedAt, row.publishedAt),
        and(eq(texts.publishedAt, row.publishedAt), lt(texts.seq, row.seq)),
      )
    : sql`${texts.publishedAt} <= app_now()`;
  const [former] = await ctx.db
    .select()
    .from(texts)
    .where(and(eq(texts.kind, row.kind), eq(seriesOf, series), isNull(texts.withdrawnAt), before))
    .orderBy(desc(texts.publishedAt), desc(texts.seq))
    .limit(1);
  return former;
}
