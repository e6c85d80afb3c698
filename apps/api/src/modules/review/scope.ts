import { and, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/context';
import type { Source } from './queues.ts';

/** The only rows an actor may ever reach: submitted cases of the own district; the province reads all. */
export function inScope(actor: Actor, source: Source): SQL {
  const submitted = and(gt(source.no, 0), source.only)!;
  if (actor.role === 'province') return submitted;
  if (actor.role !== 'district' || !actor.district) return sql`false`;
  return and(submitted, eq(source.district, actor.district))!;
}
