import {
  deleteDocument,
  getDocument,
  getDocumentFile,
  getDocumentPage,
  getDocumentThumbnail,
  listDocuments,
  uploadDocument,
} from '@zikao/contract/documents';
import { serve, type Server } from '#platform/serve';
import { deleteDocument as remove } from './delete.ts';
import { ownDocuments } from './find.ts';
import { saveFile, showDocument, showPage, showThumbnail } from './show.ts';
import { uploadDocument as upload } from './upload.ts';

export function routes(server: Server): void {
  serve(server, uploadDocument, (ctx, { query, body }) => upload(ctx, query.name, Buffer.from(body)));
  serve(server, listDocuments, async (ctx) => ({ items: await ownDocuments(ctx) }));
  serve(server, getDocument, (ctx, { params }) => showDocument(ctx, params.id));
  serve(server, getDocumentPage, (ctx, { params }) => showPage(ctx, params.id, params.page));
  serve(server, getDocumentThumbnail, (ctx, { params }) => showThumbnail(ctx, params.id));
  serve(server, getDocumentFile, (ctx, { params }) => saveFile(ctx, params.id));
  serve(server, deleteDocument, (ctx, { params }) => remove(ctx, params.id));
}
