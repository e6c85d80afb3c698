export { type Course, coursesOf, type Major, majorsOf, offeringsOf, planOf } from './catalogue.ts';
export { codeTables } from './code-tables.ts';
export {
  currentSession,
  examDays,
  ownSlotsOf,
  type Reader,
  sessionNames,
  slotsOf,
} from './current-session.ts';
export { districtName, districtNames, districtPrefix, findDistrict, listDistricts } from './districts.ts';
export { type Equivalence, equivalencesOf } from './equivalences.ts';
export { dateText, dayText, momentText } from './moment-text.ts';
export { listSessions } from './planned-session.ts';
export { findProvince, photoProfile } from './province.ts';
export { reasonsOf, replaceReasons } from './reasons.ts';
export { examRules, openRecheck, recheckEnd } from './recheck-window.ts';
export { routes } from './routes.ts';
export { slotName } from './slot-name.ts';
export { currentText, requireText } from './texts.ts';
export { type DayExceptions, isWorkingDay, officeEndAfter } from './working-days.ts';
export { closedText, requireOpen, sessionOfWindow, windowOf, windowsOf } from './windows.ts';
