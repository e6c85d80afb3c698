import { z } from 'zod';
import type { CodeEntry } from './codes/tables.ts';
import { BINARY, endpoint } from './endpoint.ts';
import { Id, Moment } from './list.ts';
import type { ProblemCode } from './problems.ts';

const tag = '文件';

/** Limits, as the upload field says them. */
export const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
export const MAX_DOCUMENT_PAGES = 30;
export const MAX_DOCUMENTS = 100;
export const DOCUMENT_LIMITS = 'JPG、PNG、WebP 图片或 PDF，每个 10 MB 以内，PDF 不超过 30 页';

/** Kept that many days without any application naming it; then it goes. */
export const UNUSED_DAYS = 30;

/** What a person called a file: one line without what could be taken for more than a name, its end kept. */
export const DocumentName = z
  .string()
  .max(400, '文件名太长，请改短后再上传')
  .transform((name) => {
    const plain = name
      .normalize('NFC')
      .replace(/^.*[/\\]/s, '')
      // Control signs, and those that turn the direction of writing: "gpj.exe" must not read as "exe.jpg".
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>]/gu, '')
      .trim();
    const signs = [...plain];
    return signs.length > 100
      ? `${signs.slice(0, 89).join('')}…${signs.slice(-10).join('')}`
      : plain || '文件';
  });

/** A file in a person's own store. `pages`: 1 for a picture; each is shown as a picture. */
export const Document = z
  .object({
    id: Id,
    name: z.string(),
    kind: z.enum(['picture', 'pdf']),
    bytes: z.number().int(),
    pages: z.array(z.object({ width: z.number().int(), height: z.number().int() })),
    at: Moment,
    /** An application, draft or submitted, names it: it cannot be deleted. Only told to its owner. */
    used: z.boolean().optional(),
  })
  .meta({ id: 'Document' });
export type Document = z.output<typeof Document>;

/** Documents as a table of names, for `describe`. */
export const documentTable = (documents: readonly Pick<Document, 'id' | 'name'>[]): CodeEntry[] =>
  documents.map(({ id, name }) => ({ code: id, name }));

/** What a file may be. */
export const DOCUMENT_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;

/** What an upload can be refused for. */
export const DOCUMENT_REFUSALS: readonly ProblemCode[] = [
  'document.wrongType',
  'document.tooLarge',
  'document.unreadable',
  'document.encrypted',
  'document.tooManyPages',
  'document.tooComplex',
  'document.script',
  'document.launch',
  'document.attachment',
  'document.media',
  'document.form',
  'document.automatic',
  'picture.unreadable',
  'picture.tooManyPixels',
  'picture.animated',
  'document.tooMany',
  'document.tooOften',
];

/** The same bytes give the same document again, whatever their name: a retry is safe. */
export const uploadDocument = endpoint({
  method: 'POST',
  path: '/documents',
  access: 'document.own',
  tag,
  summary: '上传一个文件（JPG、PNG、WebP 或 PDF，10 MB 以内）；相同内容返回同一个文件',
  query: z.object({ name: DocumentName }),
  body: BINARY,
  accepts: DOCUMENT_TYPES,
  returns: Document,
  status: 201,
  problems: DOCUMENT_REFUSALS,
});
export const listDocuments = endpoint({
  method: 'GET',
  path: '/documents',
  access: 'document.own',
  tag,
  summary: '我的文件，最近上传的在前',
  returns: z.object({ items: z.array(Document) }),
});
/** Own documents, or those an officer's case names. */
export const getDocument = endpoint({
  method: 'GET',
  path: '/documents/:id',
  access: 'session',
  tag,
  summary: '一个文件的名称与页数；工作人员限所审核的申请中的文件',
  params: z.object({ id: Id }),
  returns: Document,
  problems: ['notFound'],
});
export const getDocumentPage = endpoint({
  method: 'GET',
  path: '/documents/:id/pages/:page',
  access: 'session',
  tag,
  summary: '文件的一页（JPG），从 1 开始',
  params: z.object({ id: Id, page: z.coerce.number().int().min(1).max(MAX_DOCUMENT_PAGES) }),
  returns: BINARY,
  problems: ['notFound'],
});
export const getDocumentThumbnail = endpoint({
  method: 'GET',
  path: '/documents/:id/thumbnail',
  access: 'session',
  tag,
  summary: '文件第一页的缩略图（JPG）',
  params: z.object({ id: Id }),
  returns: BINARY,
  problems: ['notFound'],
});
/** As it is kept: a picture re-encoded, a PDF written anew. For its owner alone, and only to be saved. */
export const getDocumentFile = endpoint({
  method: 'GET',
  path: '/documents/:id/file',
  access: 'document.own',
  tag,
  summary: '下载自己的文件',
  params: z.object({ id: Id }),
  returns: BINARY,
  download: true,
  problems: ['notFound'],
});
export const deleteDocument = endpoint({
  method: 'DELETE',
  path: '/documents/:id',
  access: 'document.own',
  tag,
  summary: '删除自己的一个文件；申请正在使用的不能删除',
  params: z.object({ id: Id }),
  problems: ['notFound', 'document.inUse'],
});
