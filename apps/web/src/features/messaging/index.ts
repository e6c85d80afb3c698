export { AnnouncementsPage } from './AnnouncementsPage.tsx';
export { MessagingPage } from './MessagingPage.tsx';
