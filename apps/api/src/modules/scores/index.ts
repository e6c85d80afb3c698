export { type Correction, correctScore, scoreIdOf, undoCorrection } from './correct.ts';
export { publications, publishedScores } from './load.ts';
export { ownData } from './own-data.ts';
export { publishScores } from './publish.ts';
export { routes } from './routes.ts';
