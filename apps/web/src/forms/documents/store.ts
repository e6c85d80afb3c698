import { type QueryClient, useQuery } from '@tanstack/react-query';
import {
  type Document,
  getDocumentFile,
  getDocumentPage,
  getDocumentThumbnail,
  listDocuments,
} from '@zikao/contract/documents';
import { pathOf } from '#api/client';
import { query } from '#api/query';
import { useFileStore } from './file-store.ts';

const own = query(listDocuments, {});

/** The reader's own files, the latest first; where there are none of before, those sent since. */
export function useOwnDocuments() {
  const { earlier } = useFileStore();
  return useQuery({ ...own, enabled: earlier });
}

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
