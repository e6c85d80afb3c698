export { CheckTicketPage } from './CheckTicketPage.tsx';
export { SeatNoticePage } from './SeatNoticePage.tsx';
