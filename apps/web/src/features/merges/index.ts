export { ComparePage } from './ComparePage.tsx';
export { MergePage } from './MergePage.tsx';
export { MergesPage } from './MergesPage.tsx';
