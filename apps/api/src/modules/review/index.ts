export { errandsOf } from './errands.ts';
export {
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
export { listen } from './settle.ts';
export { findPeople, type Found, theirs } from './search.ts';
export { refuseUnderHands } from './under-hands.ts';
export { NOBODY_WAITS, together, type Waiting, waitingByDistrict } from './waiting.ts';
