import { eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import { deskRequests } from './tables.ts';

/** Which requests an actor may see: those about oneself, those of the own district's desk, all, none. */
export function requestScope(actor: Actor): SQL {
  switch (actor.role) {
    case 'candidate':
      return eq(deskRequests.target, actor.id);
    case 'district':
      return eq(deskRequests.district, actor.district!);
    case 'province':
      return sql`true`;
    case 'auditor':
      return sql`false`;
  }
}
