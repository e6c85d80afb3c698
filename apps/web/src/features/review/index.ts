export { CasePage } from './CasePage.tsx';
export { QueuePage } from './QueuePage.tsx';
export { QueueStart } from './QueueStart.tsx';
