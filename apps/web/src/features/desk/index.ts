export { DeskPage } from './DeskPage.tsx';
export { PersonPage } from './PersonPage.tsx';
export { RegisterPage } from './RegisterPage.tsx';
export { ReleasePage } from './ReleasePage.tsx';
export { RequestsPage } from './RequestsPage.tsx';
