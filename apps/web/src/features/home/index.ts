export { HomePage } from './HomePage.tsx';
export { MessagesPage } from './MessagesPage.tsx';
export { ProgressPage } from './ProgressPage.tsx';
