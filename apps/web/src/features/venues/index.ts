export { NewVenuePage } from './NewVenuePage.tsx';
export { VenuePage } from './VenuePage.tsx';
export { VenuesPage } from './VenuesPage.tsx';
