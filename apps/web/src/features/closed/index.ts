export { SeatsPage } from './SeatsPage.tsx';
