import { mergeLifecycle } from '@zikao/contract/merges';
import { subject } from '#platform/act';
import { merges } from './tables.ts';

export const mergeSubject = subject({ lifecycle: mergeLifecycle, table: merges, column: 'state' });
