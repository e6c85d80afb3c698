import { and, desc, eq, lte } from 'drizzle-orm';
import type { Text, TextKind } from '@zikao/contract/exams';
import { appNow } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { texts } from './tables.ts';

type Has = Pick<Ctx, 'db'>;

const shown = ({ publishedAt, ...text }: typeof texts.$inferSelect): Text => ({
  ...text,
  publishedAt: publishedAt.toISOString(),
});

/** The version in force: the newest that is published. */
export async function currentText({ db }: Has, kind: TextKind): Promise<Text | undefined> {
  const [row] = await db
    .select()
    .from(texts)
    .where(and(eq(texts.kind, kind), lte(texts.publishedAt, appNow)))
    .orderBy(desc(texts.publishedAt))
    .limit(1);
  return row && shown(row);
}

export async function getText(ctx: Has, kind: TextKind): Promise<Text> {
  const text = await currentText(ctx, kind);
  if (!text) throw new Problem('notFound');
  return text;
}

/** One published 公告 (or another published text) by its id. */
export async function getNotice({ db }: Has, id: string): Promise<Text> {
  const [row] = await db
    .select()
    .from(texts)
    .where(and(eq(texts.id, id), lte(texts.publishedAt, appNow)));
  if (!row) throw new Problem('notFound');
  return shown(row);
}

/** Titles for the sign-in page, newest first. */
export async function noticeHeads({ db }: Has) {
  const rows = await db
    .select({ id: texts.id, title: texts.title, publishedAt: texts.publishedAt })
    .from(texts)
    .where(and(eq(texts.kind, 'notice'), lte(texts.publishedAt, appNow)))
    .orderBy(desc(texts.publishedAt))
    .limit(20);
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }));
}
