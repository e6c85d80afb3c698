export { GraduationPage } from './GraduationPage.tsx';
export { SeatsPage } from './SeatsPage.tsx';
