import { and, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import { applications } from './tables.ts';

/** Which applications an actor may see: own, submitted ones of the own district, all submitted ones, none. */
export function applicationScope(actor: Actor): SQL {
  const submitted = gt(applications.submission, 0);
  switch (actor.role) {
    case 'candidate':
      return eq(applications.candidate, actor.id);
    case 'district':
      return and(submitted, eq(applications.district, actor.district!))!;
    case 'province':
      return submitted;
    case 'auditor':
      return sql`false`;
  }
}
