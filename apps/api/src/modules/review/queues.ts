import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { photoLifecycle, profileLifecycle } from '@zikao/contract/candidates';
import { enrolmentForm, enrolmentLifecycle } from '@zikao/contract/enrolments';
import { fieldLabels } from '@zikao/contract/forms/form';
import type { Lifecycle } from '@zikao/contract/lifecycle';
import { PROFILE_LABELS } from '@zikao/contract/profile-form';
import type { Queue } from '@zikao/contract/review';
import { profiles } from '#tables/candidates';
import { enrolments } from '#tables/enrolments';

/** What a queue is made of: the cases, whose they are, how they move. */
export interface Source {
  table: PgTable;
  id: PgColumn;
  candidate: PgColumn;
  district: PgColumn;
  state: PgColumn;
  submittedAt: PgColumn;
  /** Number of the last submission; 0: never submitted. */
  no: PgColumn;
  lifecycle: Lifecycle;
  /** Lifecycles whose events make the history; their subjects share the case's id. */
  history: readonly Lifecycle[];
  /** What a reason may be bound to, with its label. */
  fields: Record<string, string>;
}

const columns = ({ id, district, state, submittedAt, submission }: typeof profiles | typeof enrolments) => ({
  id,
  district,
  state,
  submittedAt,
  no: submission,
});

/** A new kind of case gets its entry here. */
export const SOURCES: Record<Queue, Source> = {
  profiles: {
    ...columns(profiles),
    table: profiles,
    candidate: profiles.id,
    lifecycle: profileLifecycle,
    history: [profileLifecycle, photoLifecycle],
    fields: PROFILE_LABELS,
  },
  enrolments: {
    ...columns(enrolments),
    table: enrolments,
    candidate: enrolments.candidate,
    lifecycle: enrolmentLifecycle,
    history: [enrolmentLifecycle],
    fields: fieldLabels(enrolmentForm),
  },
};
