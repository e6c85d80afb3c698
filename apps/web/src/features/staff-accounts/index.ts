export { StaffAccountPage } from './StaffAccountPage.tsx';
export { StaffAccountsPage } from './StaffAccountsPage.tsx';
