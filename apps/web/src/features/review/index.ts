export { BoardPage } from './BoardPage.tsx';
export { BulkPage } from './BulkPage.tsx';
export { CasePage } from './CasePage.tsx';
export { OfficeBoardPage } from './OfficeBoardPage.tsx';
export { QueuePage } from './QueuePage.tsx';
export { QueueStart } from './QueueStart.tsx';
export { ReasonsPage } from './ReasonsPage.tsx';
export { StatisticsPage } from './StatisticsPage.tsx';
