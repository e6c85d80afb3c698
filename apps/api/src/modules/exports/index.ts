export { moment } from './moment.ts';
export { routes } from './routes.ts';
export { takeTurn } from './take-turn.ts';
