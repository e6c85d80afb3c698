export { ApplicationPage } from './ApplicationPage.tsx';
export { PassedPage } from './PassedPage.tsx';
export { ScoresPage } from './ScoresPage.tsx';
export { SeatNoticePage } from './SeatNoticePage.tsx';
export { SeatsPage } from './SeatsPage.tsx';
