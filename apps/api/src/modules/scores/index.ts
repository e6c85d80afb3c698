export { type Correction, correctScore, scoreIdOf, undoCorrection } from './correct.ts';
export { publications, publishedScores } from './load.ts';
export { ownData } from './own-data.ts';
export { publishDue, publishRelease } from './publish-release.ts';
export { publishScores } from './publish.ts';
export { routes } from './routes.ts';
export { runPublisher } from './run-publisher.ts';
export { sweep, work } from './work.ts';
