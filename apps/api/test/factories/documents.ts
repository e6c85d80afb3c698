import { sealName } from '#modules/documents';
import { documents, documentUses } from '#tables/documents';
import type { TestApp } from '#test/app';

/** A stored document of one page, named by the first submission of `subject` if one is given. */
export async function aDocument(
  { services: { db, files, keys } }: TestApp,
  owner: string,
  { name = '毕业证.jpg', subject }: { name?: string; subject?: string } = {},
): Promise<string> {
  const id = crypto.randomUUID();
  const file = await files.put(id, Buffer.from(`document of ${owner}`));
  await db.insert(documents).values({
    id,
    owner,
    digest: Buffer.from(id),
    name: sealName(keys, name),
    kind: 'picture',
    bytes: 30_000,
    file,
    thumbnail: file,
    pages: [{ file, width: 800, height: 600 }],
  });
  if (subject) await db.insert(documentUses).values({ document: id, subject, no: 1 });
  return id;
}
