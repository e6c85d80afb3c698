export { listen } from './listen.ts';
export { ownData } from './own-data.ts';
export { routes } from './routes.ts';
export { takeEffect } from './take-effect.ts';
export { sealNumbers, undoCodeOf, undoIndex } from './seal.ts';
