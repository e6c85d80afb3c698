export { counted, type Entry, type EntryRow } from './counted.ts';
export { freezeRecord, unfreezeRecord } from './freeze.ts';
export {
  entriesUnder,
  loadRecord,
  loadStandingRows,
  type RecordFile,
  standingToday,
  standingUnder,
} from './load.ts';
export { holdersOf } from './holders.ts';
export { lockRecord } from './lock.ts';
export { ownData } from './own-data.ts';
export { routes } from './routes.ts';
export { standingOn, type StandingRow } from './standing.ts';
export { addEntries, fileEntries, type NewEntry, reverseEntries } from './write-entries.ts';
