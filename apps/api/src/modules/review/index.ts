export { routes } from './routes.ts';
export { listen } from './settle.ts';
