export { numberToMerge } from './find-numbers.ts';
export { ownData } from './own-data.ts';
export { routes } from './routes.ts';
