export {
  accountsOf,
  admissionNumbersOf,
  giveAdmissionNumber,
  livingAccounts,
  numberOwners,
  numbersOf,
  someNumberOf,
} from './admission-numbers.ts';
export { findByNumber } from './find-by-number.ts';
export { joinNumbers, type JoinedNumbers, lockNumbers, partNumbers } from './join-numbers.ts';
export { briefOf, briefsOf, findAccount, findBornOn, type Brief } from './briefs.ts';
export { countAddress, refuseBusyAddress } from './count-failures.ts';
export { detachAccount } from './detach-account.ts';
export { fillBirthIndexes } from './fill-birth-indexes.ts';
export { issueCode } from './issue-code.ts';
export { spendChallenge } from './challenge.ts';
export { devicesOf } from './devices.ts';
export { officeOf } from './office-of.ts';
export { districtOfficers, namesOf } from './officers.ts';
export { ownData } from './own-data.ts';
export { makeAtDesk, paperCodeOf, renewPaperCode, sleeps, type PaperCode } from './paper-code.ts';
export { personOf } from './person-of.ts';
export { phoneOf } from './phone-of.ts';
export { redeemCode, wrongCode } from './redeem-code.ts';
export { replacePhone } from './replace-phone.ts';
export { renameAccount } from './rename-account.ts';
export { routes } from './routes.ts';
export { idNumberIndex, openIdNumber, openPhone, phoneIndex, sealIdNumber, sealPhone } from './seal.ts';
export { authenticate } from './sessions.ts';
export { openSms } from './sms.ts';
export { endSessions, findStaff, lockStaff, makeStaff, type StaffRow, writeStaff } from './staff.ts';
export { staffNames } from './staff-names.ts';
