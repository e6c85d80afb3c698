export { collectDeskPhoto, collectDeskPicture } from './collect.ts';
export { listen } from './shed.ts';
export { ownData } from './own-data.ts';
export { printedPhoto } from './photo-of.ts';
export { routes } from './routes.ts';
export { sweep, work } from './work.ts';
