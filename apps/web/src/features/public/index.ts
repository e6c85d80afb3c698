export { CataloguePage } from './CataloguePage.tsx';
export { DistrictsPage } from './DistrictsPage.tsx';
export { NoticePage } from './NoticePage.tsx';
export { NoticesPage } from './NoticesPage.tsx';
export { PlanPage } from './PlanPage.tsx';
export { PrivacyPage } from './PrivacyPage.tsx';
