export { AccountPage } from './AccountPage.tsx';
export { FrozenPage } from './FrozenPage.tsx';
export { SignInPage } from './SignInPage.tsx';
export { StaffFrame } from './StaffFrame.tsx';
export { StaffHome } from './StaffHome.tsx';
