export type { ImportCalls } from './use-import.ts';
export { ImportDialog } from './ImportDialog.tsx';
