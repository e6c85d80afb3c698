export { sealAnswers } from './answers.ts';
export { changePerson, type PersonChange } from './change-person.ts';
export { putDeskPhoto, putDeskPicture } from './collect.ts';
export { keepDeskJudgement } from './desk-judgement.ts';
export { blockedBy, type Decided, decideProfile } from './decide.ts';
export { filedAmong } from './filed-among.ts';
export { type PersonOnFile, personOnFile } from './on-file.ts';
export {
  changeProfile,
  lockProfile,
  NO_VERIFICATION,
  ownProfile,
  type ProfileFile,
  refuseClosed,
} from './own-profile.ts';
export { findVerification, isUnderWay, lostVerifications } from './verification.ts';
export { ownData } from './own-data.ts';
export { isSubmittedPicture, picturesInUse } from './pictures.ts';
export { requireReach } from './reach.ts';
export { retractProfile } from './retract.ts';
export { routes } from './routes.ts';
export { referenceOf } from './reference.ts';
export { reserve } from './reserve.ts';
export { profileScope } from './scope.ts';
export { choiceNeeded, deskAllowed, showProfile } from './show-profile.ts';
export { type ProfileStanding, profileStanding } from './standing.ts';
export { photoSubject, profileSubject } from './subject.ts';
export { findSubmitted, loadSubmission, type ProfileSubmission, sealSubmission } from './submission.ts';
export { requireReady, submitProfile } from './submit.ts';
