import type { Answers } from '@zikao/contract/forms/fields';
import { sealName } from '#modules/documents';
import { documents, documentUses } from '#tables/documents';
import type { TestApp } from '#test/app';

/** A stored document of one page, named by the first submission of `subject` if one is given. */
export async function aDocument(
  { services: { db, files, keys } }: TestApp,
  owner: string,
  {
    id = crypto.randomUUID(),
    name = '毕业证.jpg',
    subject,
  }: { id?: string; name?: string; subject?: string } = {},
): Promise<string> {
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

/** Stores what the answers of a form name, so that it can be submitted. */
export async function theirFiles(product: TestApp, owner: string, answers: Answers): Promise<void> {
  const isId = (one: unknown) => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one);
  for (const list of Object.values(answers))
    if (Array.isArray(list)) for (const id of list.filter(isId)) await aDocument(product, owner, { id });
}
