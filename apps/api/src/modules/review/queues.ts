import { eq, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { applicationLifecycle } from '@zikao/contract/applications/lifecycle';
import { photoLifecycle, profileLifecycle } from '@zikao/contract/candidates';
import { enrolmentForm, enrolmentLifecycle } from '@zikao/contract/enrolments';
import { fieldLabels } from '@zikao/contract/forms/form';
import type { Lifecycle } from '@zikao/contract/lifecycle';
import type { Role } from '@zikao/contract/permissions';
import { PROFILE_LABELS } from '@zikao/contract/profile-form';
import type { Queue } from '@zikao/contract/review';
import { findKind } from '#modules/applications';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { applications } from '#tables/applications';
import { profiles } from '#tables/candidates';
import { enrolments } from '#tables/enrolments';

/** What a queue is made of: the cases, whose they are, how they move. */
export interface Source {
  queue: Queue;
  table: PgTable;
  id: PgColumn;
  candidate: PgColumn;
  /** The candidate's. */
  name: PgColumn;
  district: PgColumn;
  state: PgColumn;
  submittedAt: PgColumn;
  /** Number of the last submission; 0: never submitted. */
  no: PgColumn;
  /** Which rows of a table that queues share. */
  only?: SQL;
  /** For whom a case that comes again is kept, and until when. */
  reserved: { for: PgColumn; until: PgColumn };
  lifecycle: Lifecycle;
  /** Lifecycles whose events make the history; their subjects share the case's id. */
  history: readonly Lifecycle[];
  /** What a reason may be bound to, with its label. */
  fields: Record<string, string>;
  /** States in which a case waits, as this role sees it. */
  waits: (role: Role) => string[];
  /** States in which this role decides. */
  decides: (role: Role) => string[];
}

const columns = ({
  id,
  name,
  district,
  state,
  submittedAt,
  submission,
  reservedFor,
  reservedUntil,
}: typeof profiles | typeof enrolments | typeof applications) => ({
  id,
  name,
  district,
  state,
  submittedAt,
  no: submission,
  reserved: { for: reservedFor, until: reservedUntil },
});

/** Files and enrolments are the district's; the province looks on. */
const districtOnly = {
  waits: () => ['pending'],
  decides: (role: Role) => (role === 'district' ? ['pending'] : []),
};

const FIXED: Readonly<Record<string, Source>> = {
  profiles: {
    queue: 'profiles',
    ...columns(profiles),
    ...districtOnly,
    table: profiles,
    candidate: profiles.id,
    lifecycle: profileLifecycle,
    history: [profileLifecycle, photoLifecycle],
    fields: PROFILE_LABELS,
  },
  enrolments: {
    queue: 'enrolments',
    ...columns(enrolments),
    ...districtOnly,
    table: enrolments,
    candidate: enrolments.candidate,
    lifecycle: enrolmentLifecycle,
    history: [enrolmentLifecycle],
    fields: fieldLabels(enrolmentForm),
  },
};

/** First the district, then the province: each sees waiting what is at its stage. */
const atStage = (role: Role) => (role === 'district' ? ['pending'] : role === 'province' ? ['province'] : []);

const applicationQueue = (queue: Queue, fields: Record<string, string>): Source => ({
  queue,
  ...columns(applications),
  table: applications,
  candidate: applications.candidate,
  only: eq(applications.kind, queue),
  lifecycle: applicationLifecycle,
  history: [applicationLifecycle],
  fields,
  waits: atStage,
  decides: atStage,
});

/** Names of all queues: files, enrolments, and every kind of application. */
export const queuesOf = ({ kinds }: Pick<Ctx, 'kinds'>): Queue[] => [
  ...Object.keys(FIXED),
  ...Object.keys(kinds),
];

/** What a queue is made of; a name that is none: `notFound`. */
export function sourceOf(ctx: Pick<Ctx, 'kinds'>, queue: Queue): Source {
  if (Object.hasOwn(FIXED, queue)) return FIXED[queue]!;
  const kind = findKind(ctx, queue);
  if (!kind) throw new Problem('notFound');
  return applicationQueue(queue, fieldLabels(kind.form));
}
