import { MAX_DOCUMENT_PAGES, type Document } from '@zikao/contract/documents';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';

/** What is kept of a file: the file itself, its pages as pictures and a small one of the first. */
export interface Prepared {
  kind: Document['kind'];
  bytes: Buffer;
  thumbnail: Buffer;
  pages: { bytes: Buffer; width: number; height: number }[];
}

const PICTURE = { maxWidth: 2400, maxHeight: 2400, quality: 85, format: 'jpeg' } as const;
const SMALL = { maxWidth: 320, maxHeight: 320, quality: 75, format: 'jpeg' } as const;
/** A4 at 150 dpi: small print of a certificate can be read. */
const PAGE = { longest: 2000, dpi: 150, quality: 80 };

/** Opens a file in the workers. Throws `document.*` or `picture.*`. */
export async function prepare(ctx: Ctx, kind: Document['kind'], file: Buffer): Promise<Prepared> {
  return kind === 'pdf' ? preparePdf(ctx, file) : preparePicture(ctx, file);
}

async function preparePicture({ images }: Ctx, file: Buffer): Promise<Prepared> {
  const page = await images.normalise(file, PICTURE);
  const { bytes: thumbnail } = await images.normalise(page.bytes, SMALL);
  return { kind: 'picture', bytes: page.bytes, thumbnail, pages: [page] };
}

// One page after the other: a long file shares the workers with everybody else's.
async function preparePdf({ images, papers }: Ctx, file: Buffer): Promise<Prepared> {
  const { copy, pages: count } = await papers.read(file, MAX_DOCUMENT_PAGES);
  const pages: Prepared['pages'] = [];
  for (let page = 0; page < count; page++) pages.push(await papers.draw(copy, { ...PAGE, page }));
  const [first] = pages;
  if (!first) throw new Problem('document.unreadable');
  const { bytes: thumbnail } = await images.normalise(first.bytes, SMALL);
  return { kind: 'pdf', bytes: copy, thumbnail, pages };
}
