import { enrolmentLifecycle } from '@zikao/contract/enrolments';
import { subject } from '#platform/act';
import { enrolments } from './tables.ts';

export const enrolmentSubject = subject({
  lifecycle: enrolmentLifecycle,
  table: enrolments,
  column: 'state',
});
