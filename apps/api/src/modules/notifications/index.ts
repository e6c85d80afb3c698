export { listen } from './listen.ts';
export { routes } from './routes.ts';
