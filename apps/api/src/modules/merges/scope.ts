import { eq, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import { merges } from './tables.ts';

/** Which merges an actor may see: those that touch the own district, all of them, none. */
export function mergeScope(actor: Actor): SQL {
  switch (actor.role) {
    case 'district':
      return or(eq(merges.district, actor.district!), eq(merges.otherDistrict, actor.district!))!;
    case 'province':
      return sql`true`;
    default:
      return sql`false`;
  }
}

/** Which of them the actor may undo: the person's own district, and the province. */
export const undoScope = (actor: Actor): SQL =>
  actor.role === 'district' ? eq(merges.district, actor.district!) : mergeScope(actor);

/** Whether a number or person of that district is the actor's to see. */
export const reaches = (actor: Actor, district: string): boolean =>
  actor.role === 'province' || (actor.role === 'district' && actor.district === district);
