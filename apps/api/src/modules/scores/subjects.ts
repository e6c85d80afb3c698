import { batchLifecycle, releaseLifecycle } from '@zikao/contract/score-imports';
import { subject } from '#platform/act';
import { scoreBatches, scoreReleases } from './tables.ts';

export const batchSubject = subject({ lifecycle: batchLifecycle, table: scoreBatches, column: 'state' });
export const releaseSubject = subject({ lifecycle: releaseLifecycle, table: scoreReleases, column: 'state' });
