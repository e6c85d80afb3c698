export { SessionPage } from './SessionPage.tsx';
export { SessionsPage } from './SessionsPage.tsx';
