export { MajorPage } from './MajorPage.tsx';
export { OfferingsPage } from './OfferingsPage.tsx';
export { TablePage } from './TablePage.tsx';
