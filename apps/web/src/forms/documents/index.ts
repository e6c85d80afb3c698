export { DocumentLinks } from './DocumentLinks.tsx';
export { DocumentViewer } from './DocumentViewer.tsx';
export { type FileStore, FileStoreContext } from './file-store.ts';
export { FilesInput } from './FilesInput.tsx';
