import { and, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import type { Source } from './queues.ts';

/** The only rows an actor may ever reach: submitted cases of the own district; the province reads all. */
export function inScope(actor: Actor, source: Source): SQL {
  return and(gt(source.no, 0), inWaitingScope(actor, source))!;
}

/** The same where the state says that it was submitted: counted in the queue's index alone. */
export function inWaitingScope(actor: Actor, source: Source): SQL {
  const all = source.only ?? sql`true`;
  if (actor.role === 'province') return all;
  if (actor.role !== 'district' || !actor.district) return sql`false`;
  return and(all, eq(source.district, actor.district))!;
}
