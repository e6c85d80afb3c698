import { eq, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import { seatingRuns, venues } from './tables.ts';

/** Which venues an actor may see and change: all, those of the own district, none. */
export function venueScope(actor: Actor): SQL {
  switch (actor.role) {
    case 'district':
      return eq(venues.district, actor.district!);
    case 'province':
      return sql`true`;
    case 'candidate':
    case 'auditor':
      return sql`false`;
  }
}

/** Which runs: the province all; a district what is published, and of that its own venues. */
export function runScope(actor: Actor): SQL {
  switch (actor.role) {
    case 'district':
      return eq(seatingRuns.state, 'published');
    case 'province':
      return sql`true`;
    case 'candidate':
    case 'auditor':
      return sql`false`;
  }
}
