import type { Document } from '@zikao/contract/documents';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { type DocumentRow, getOwn, getShown, isUsed, toDocument } from './find.ts';
import { documents } from './tables.ts';
import { eq } from 'drizzle-orm';

type Bytes = Buffer<ArrayBuffer>;

/** What a document is called and how many pages it has. */
export async function showDocument(ctx: Signed, id: string): Promise<Document> {
  const row = await look(ctx, id);
  if (row.owner !== ctx.actor.id) return toDocument(ctx, row);
  const [own] = await ctx.db.select({ used: isUsed }).from(documents).where(eq(documents.id, id));
  return toDocument(ctx, row, own?.used ?? false);
}

export async function showPage(ctx: Signed, id: string, number: number): Promise<Bytes> {
  const row = await look(ctx, id);
  const page = row.pages[number - 1];
  if (!page) throw new Problem('notFound');
  return read(ctx, page.file);
}

export async function showThumbnail(ctx: Signed, id: string): Promise<Bytes> {
  return read(ctx, (await look(ctx, id)).thumbnail);
}

/** The owner's own file, to be saved. Nobody else is ever given it: officers see pictures of its pages. */
export async function saveFile(ctx: Signed, id: string): Promise<Bytes> {
  return read(ctx, (await getOwn(ctx, id)).file);
}

/** Every view by staff is traced. */
async function look(ctx: Signed, id: string): Promise<DocumentRow> {
  const row = await getShown(ctx, id);
  if (row.owner !== ctx.actor.id) await trace(ctx, { subject: `document:${id}`, candidate: row.owner });
  return row;
}

const read = async (ctx: Signed, file: string): Promise<Bytes> => Buffer.from(await ctx.files.get(file));
