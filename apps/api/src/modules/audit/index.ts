export { routes } from './routes.ts';
export { runSealer } from './run-sealer.ts';
export { seal } from './seal.ts';
export { verify } from './verify.ts';
