import { printLifecycle } from '@zikao/contract/prints';
import { subject } from '#platform/act';
import { prints } from './tables.ts';

export const printSubject = subject({ lifecycle: printLifecycle, table: prints, column: 'state' });
