export { ownDocuments } from './find.ts';
export { joinDocuments, partDocuments } from './join-documents.ts';
export { nameDocuments } from './name.ts';
export { ownData } from './own-data.ts';
export { routes } from './routes.ts';
export { sealName } from './seal.ts';
export { filesOf } from './store.ts';
export { runSweeper } from './sweep.ts';
export { uploadDocument } from './upload.ts';
