export { GraduationPage } from './GraduationPage.tsx';
