export { routes } from './routes.ts';
export { sweepPrints, work } from './work.ts';
