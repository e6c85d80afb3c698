export { listen } from './listen.ts';
export { ownData } from './own-data.ts';
export { routes } from './routes.ts';
export { remind, runReminders } from './remind.ts';
