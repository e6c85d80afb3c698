import { and, eq, ne, sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type {
  discardText as discardContract,
  draftText as draftContract,
  saveText as saveContract,
} from '@zikao/contract/texts';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { changeText, lockText } from './change-text.ts';
import { findText, seriesOf, showText } from './text-version.ts';
import { texts } from './tables.ts';

const DRAFT = { from: ['draft'], otherwise: 'text.published' } as const;

/** A new version that nobody sees yet. */
export function draftText(
  ctx: Signed,
  { body: { kind, of, title, body, edition } }: Parsed<typeof draftContract>,
): Promise<Given<typeof draftContract>> {
  return transaction(ctx, async (ctx) => {
    const first = kind === 'notice' ? of : undefined;
    if (first && (await findText(ctx, first)).series !== first) throw new Problem('notFound');
    const id = crypto.randomUUID();
    const series = first ?? (kind === 'notice' ? id : kind);
    const version = await freeEdition(ctx, { id, kind, series }, edition);
    await ctx.db
      .insert(texts)
      .values({ id, kind, version, title, body, of: first ?? null, publishedAt: null });
    await trace(ctx, { subject: `text:${id}`, why: `起草：${title}（版本 ${version}）` });
    return showText(ctx, id);
  });
}

export function saveText(
  ctx: Signed,
  { params: { text: id }, body: { title, body, edition } }: Parsed<typeof saveContract>,
): Promise<Given<typeof saveContract>> {
  return changeText(ctx, id, DRAFT, async (ctx, { row, series }) => {
    const version = await freeEdition(ctx, { id, kind: row.kind, series }, edition ?? row.version);
    await ctx.db.update(texts).set({ title, body, version }).where(eq(texts.id, id));
    return `修改草稿：${title}`;
  });
}

export function discardText(
  ctx: Signed,
  { params: { text: id } }: Parsed<typeof discardContract>,
): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const { row } = await lockText(ctx, id, DRAFT);
    const [later] = await ctx.db.select({ id: texts.id }).from(texts).where(eq(texts.of, id)).limit(1);
    if (later) throw new Problem('text.published');
    await ctx.db.delete(texts).where(eq(texts.id, id));
    await trace(ctx, { subject: `text:${id}`, why: `删除草稿：${row.title}` });
  });
}

/** The number wanted, if no other version has it; without one the next. One writer at a time. */
async function freeEdition(
  ctx: Signed,
  { id, kind, series }: { id: string; kind: typeof texts.$inferSelect.kind; series: string },
  wanted?: string,
): Promise<string> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('text editions'))`);
  const rows = await ctx.db
    .select({ version: texts.version })
    .from(texts)
    .where(and(eq(texts.kind, kind), eq(seriesOf, series), ne(texts.id, id)));
  const taken = rows.map(({ version }) => version);
  if (wanted === undefined)
    return String(Math.max(0, ...taken.filter((version) => /^\d{1,6}$/.test(version)).map(Number)) + 1);
  if (taken.includes(wanted)) throw new Problem('text.editionTaken');
  return wanted;
}
