export { type Correction, correctScore, undoCorrection } from './correct.ts';
export { publishedScores } from './load.ts';
export { ownData } from './own-data.ts';
export { publishScores } from './publish.ts';
export { routes } from './routes.ts';
