import { and, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import { enrolments } from './tables.ts';

/** Which enrolments an actor may see: own, submitted ones of the own district, all submitted ones, none. */
export function enrolmentScope(actor: Actor): SQL {
  const submitted = gt(enrolments.submission, 0);
  switch (actor.role) {
    case 'candidate':
      return eq(enrolments.candidate, actor.id);
    case 'district':
      return and(submitted, eq(enrolments.district, actor.district!))!;
    case 'province':
      return submitted;
    case 'auditor':
      return sql`false`;
  }
}
