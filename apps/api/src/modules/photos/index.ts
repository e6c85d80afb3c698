export { collectDeskPhoto } from './collect.ts';
export { routes } from './routes.ts';
export { sweepPictures } from './store.ts';
