export { ApplicationPage } from './ApplicationPage.tsx';
export { ApplicationStep } from './ApplicationStep.tsx';
export { KindPage } from './KindPage.tsx';
export { PaperPage } from './PaperPage.tsx';
