import { seatingLifecycle } from '@zikao/contract/seating';
import { subject } from '#platform/act';
import { seatingRuns } from './tables.ts';

export const seatingSubject = subject({ lifecycle: seatingLifecycle, table: seatingRuns, column: 'state' });
