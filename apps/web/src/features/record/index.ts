export { PassedPage } from './PassedPage.tsx';
export { ScoresPage } from './ScoresPage.tsx';
