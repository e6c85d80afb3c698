import { applicationLifecycle } from '@zikao/contract/applications/lifecycle';
import { subject } from '#platform/act';
import { applications } from './tables.ts';

export const applicationSubject = subject({
  lifecycle: applicationLifecycle,
  table: applications,
  column: 'state',
});
