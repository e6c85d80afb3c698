import { spotCheckLifecycle } from '@zikao/contract/spot-checks';
import { subject } from '#platform/act';
import { spotChecks } from './tables.ts';

export const spotCheckSubject = subject({
  lifecycle: spotCheckLifecycle,
  table: spotChecks,
  column: 'state',
});
