import { deskLifecycle } from '@zikao/contract/desk/lifecycle';
import { subject } from '#platform/act';
import { deskRequests } from './tables.ts';

export const deskSubject = subject({ lifecycle: deskLifecycle, table: deskRequests, column: 'state' });
