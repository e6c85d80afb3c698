import { and, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import { profiles } from './tables.ts';

/** Which profiles an actor may see: their own; officers what was submitted to them; the auditor none. */
export function profileScope(actor: Actor): SQL {
  const submitted = gt(profiles.submission, 0);
  switch (actor.role) {
    case 'candidate':
      return eq(profiles.id, actor.id);
    case 'district':
      return and(submitted, eq(profiles.district, actor.district!))!;
    case 'province':
      return submitted;
    case 'auditor':
      return sql`false`;
  }
}
