export { PrintsPage } from './PrintsPage.tsx';
export { PrintVenuePage } from './PrintVenuePage.tsx';
