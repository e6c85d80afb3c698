import { type QueryClient, useQuery } from '@tanstack/react-query';
import {
  type Document,
  getDocumentFile,
  getDocumentPage,
  getDocumentThumbnail,
  listDocuments,
  uploadDocument,
} from '@zikao/contract/documents';
import { pathOf } from '#api/client';
import { query } from '#api/query';
import { upload } from '#api/upload';
import { prepareFile } from './prepare-file.ts';

const own = query(listDocuments, {});

/** The reader's own files, the latest first. */
export const useOwnDocuments = () => useQuery(own);

export const thumbnailUrl = (id: string) => pathOf(getDocumentThumbnail, { params: { id } });
export const pageUrl = (id: string, page: number) => pathOf(getDocumentPage, { params: { id, page } });
export const fileUrl = (id: string) => pathOf(getDocumentFile, { params: { id } });

/** Puts a file where `useOwnDocuments` reads it from. */
export function putDocument(client: QueryClient, document: Document): void {
  client.setQueryData(own.queryKey, (before) => ({
    items: [document, ...(before?.items ?? []).filter(({ id }) => id !== document.id)],
  }));
}

export function dropDocument(client: QueryClient, id: string): void {
  client.setQueryData(
    own.queryKey,
    (before) => before && { items: before.items.filter((one) => one.id !== id) },
  );
}

/** Prepares and sends a chosen file. `progress`: 0 to 1. */
export async function sendFile(
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<Document> {
  const { name, body } = await prepareFile(file);
  signal.throwIfAborted();
  return upload(uploadDocument, { query: { name }, body }, { progress, signal });
}
