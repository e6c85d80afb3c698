export { allMajors, type MajorRow, offeringsOf, planOf } from './catalogue.ts';
export { codeTables } from './code-tables.ts';
export { currentSession, sessionNames, windowOf } from './current-session.ts';
export { districtName, districtPrefix, findDistrict } from './find-district.ts';
export { findProvince, photoProfile } from './find-province.ts';
export { shortMoment } from './moments.ts';
export { requireOpen } from './require-open.ts';
export { routes } from './routes.ts';
export { currentText } from './texts.ts';
