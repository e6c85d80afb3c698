import type { Ctx } from '#platform/context';
import type { Prepared } from './draw-pages.ts';
import type { documents, StoredPage } from './tables.ts';

type Stored = Pick<typeof documents.$inferInsert, 'id' | 'kind' | 'bytes' | 'file' | 'thumbnail' | 'pages'>;

/**
 * Stores what is kept of a file, named under the document's id: no two documents share a file, so removing one needs no
 * look at the others. A crash before its row is written leaves sealed files behind, never a document without them.
 */
export async function storeFiles(
  ctx: Ctx,
  id: string,
  { kind, bytes, thumbnail, pages }: Prepared,
): Promise<Stored> {
  const stored: StoredPage[] = [];
  for (const page of pages)
    stored.push({ file: await ctx.files.put(id, page.bytes), width: page.width, height: page.height });
  return {
    id,
    kind,
    bytes: bytes.length,
    file: await ctx.files.put(id, bytes),
    thumbnail: await ctx.files.put(id, thumbnail),
    pages: stored,
  };
}

/** Keys of everything that is kept of a document. */
export const filesOf = ({
  file,
  thumbnail,
  pages,
}: Pick<Stored, 'file' | 'thumbnail' | 'pages'>): string[] => [
  ...new Set([file, thumbnail, ...pages.map((page) => page.file)]),
];

/** After its row is gone. */
export async function removeFiles(
  ctx: Pick<Ctx, 'files'>,
  stored: Parameters<typeof filesOf>[0],
): Promise<void> {
  for (const key of filesOf(stored)) await ctx.files.remove(key);
}
