export { SeatNoticePage } from './SeatNoticePage.tsx';
export { SeatsPage } from './SeatsPage.tsx';
