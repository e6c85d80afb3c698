export { errandsOf } from './errands.ts';
export { routes } from './routes.ts';
export { listen } from './settle.ts';
export { findPeople, type Found, theirs } from './search.ts';
export { refuseUnderHands } from './under-hands.ts';
