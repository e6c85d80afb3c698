export { BatchPage } from './BatchPage.tsx';
export { SessionPage } from './SessionPage.tsx';
export { SessionsPage } from './SessionsPage.tsx';
