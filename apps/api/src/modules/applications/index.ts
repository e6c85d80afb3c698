export { type ApplicationCase, caseActions, loadApplicationCase } from './case.ts';
export { decideApplication } from './decide.ts';
export { findKind } from './find-kind.ts';
export { handOver } from './hand-over.ts';
export { inCharge } from './in-charge.ts';
export {
  type HeldApplication,
  joinApplications,
  type JoinedApplication,
  lockApplications,
  partApplications,
  rivals,
} from './join-applications.ts';
export { ownData } from './own-data.ts';
export { retractApplications } from './retract.ts';
export { routes } from './routes.ts';
export { HANDLED } from './rules/index.ts';
export type { Approved, Effect, Facts, Fault, Handled, Rule } from './rules/rule.ts';
export { applicationScope } from './scope.ts';
export { sealApplication } from './seal.ts';
export { applicationSubject } from './subject.ts';
export { recordVisit } from './visit.ts';
