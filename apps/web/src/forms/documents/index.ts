export { DocumentLinks } from './DocumentLinks.tsx';
export { DocumentViewer } from './DocumentViewer.tsx';
export { FilesInput } from './FilesInput.tsx';
