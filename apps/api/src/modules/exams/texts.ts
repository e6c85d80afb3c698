import { and, desc, eq, lte } from 'drizzle-orm';
import type { Text, TextKind } from '@zikao/contract/exams';
import { appNow } from '#platform/clock';
import { Problem } from '#platform/problem';
import type { Reader } from './current-session.ts';
import { texts } from './tables.ts';

/** The version in force: the newest published one. */
export async function currentText(ctx: Reader, kind: TextKind): Promise<Text | undefined> {
  const [row] = await ctx.db
    .select()
    .from(texts)
    .where(and(eq(texts.kind, kind), lte(texts.publishedAt, appNow)))
    .orderBy(desc(texts.publishedAt), desc(texts.seq))
    .limit(1);
  return row && toText(row);
}

export async function requireText(ctx: Reader, kind: TextKind): Promise<Text> {
  const text = await currentText(ctx, kind);
  if (!text) throw new Problem('notFound', '这项内容还没有发布。');
  return text;
}

function toText({ id, kind, version, title, body, publishedAt }: typeof texts.$inferSelect): Text {
  return { id, kind, version, title, body, publishedAt: publishedAt!.toISOString() };
}
