export { askInTurn } from './claim-next.ts';
export { lease, releaseAll, requireClaim } from './claim.ts';
export { refuseUnknownFields } from './decide.ts';
export { errandsOf } from './errands.ts';
export {
  atDistricts,
  BY,
  figuresBy,
  inQueue,
  NONE as NO_FIGURES,
  ofDistrict,
  ofEverybody,
  ofProvince,
  within,
} from './figures.ts';
export { NO_PACE, paceBy } from './pace.ts';
export { queuesOf, sourceOf } from './queues.ts';
export { reasonUses } from './reason-uses.ts';
export { routes } from './routes.ts';
export { inScope } from './scope.ts';
export { listen } from './settle.ts';
export { findPeople, type Found, theirs } from './search.ts';
export { loadSubmitted, reasonsGiven } from './submitted.ts';
export { refuseUnderHands } from './under-hands.ts';
export { NOBODY_WAITS, together, type Waiting, waitingByDistrict } from './waiting.ts';
