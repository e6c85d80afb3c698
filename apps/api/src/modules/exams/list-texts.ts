import { and, desc, eq, ilike, type SQL } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listTexts as contract } from '@zikao/contract/texts';
import { afterCursor, writeCursor } from '#platform/cursor';
import type { Ctx } from '#platform/context';
import { headFacts, headOf, seriesOf, stateOf } from './text-version.ts';
import { texts } from './tables.ts';

/** All versions of all texts, what was drafted last first. */
export async function listTexts(
  ctx: Ctx,
  { query: { cursor, limit, kind, state, series, search } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const where: (SQL | undefined)[] = [
    kind && eq(texts.kind, kind),
    state && eq(stateOf, state),
    series === undefined ? undefined : eq(seriesOf, series),
    search ? ilike(texts.title, `%${search.replace(/[\\%_]/g, '\\$&')}%`) : undefined,
    afterCursor(cursor, { at: texts.createdAt, id: texts.id }, 'newest'),
  ];
  const rows = await ctx.db
    .select(headFacts)
    .from(texts)
    .where(and(...where))
    .orderBy(desc(texts.createdAt), desc(texts.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1)?.row;
  return {
    items: shown.map(headOf),
    ...(rows.length > limit && last && { next: writeCursor({ at: last.createdAt, id: last.id }) }),
  };
}
