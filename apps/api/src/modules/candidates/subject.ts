import { photoLifecycle, profileLifecycle } from '@zikao/contract/candidates';
import { subject } from '#platform/act';
import { profiles } from './tables.ts';

export const profileSubject = subject({ lifecycle: profileLifecycle, table: profiles, column: 'state' });
export const photoSubject = subject({ lifecycle: photoLifecycle, table: profiles, column: 'photoState' });
