import { createContext, use } from 'react';
import { type Document, uploadDocument } from '@zikao/contract/documents';
import { upload } from '#api/upload';
import type { Prepared } from './prepare-file.ts';

export interface FileStore {
  /** Keeps a file. `progress`: 0 to 1. */
  send(file: Prepared, on: { progress: (share: number) => void; signal: AbortSignal }): Promise<Document>;
  /** There are files of before to choose from. */
  earlier: boolean;
}

/** Where files of a form go: the reader's own store, unless somebody fills it in for another person. */
export const FileStoreContext = createContext<FileStore>({
  send: ({ name, body }, on) => upload(uploadDocument, { query: { name }, body }, on),
  earlier: true,
});
export const useFileStore = () => use(FileStoreContext);
