import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Id, Moment } from '@zikao/contract/list';
import { Problem } from '#platform/problem';

/** Where a page of a list ordered by a moment, then by id, ended. */
export interface Place {
  at: Date;
  id: string;
}

/** The place as a client carries it: opaque to it. */
export function writeCursor({ at, id }: Place): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
}

/** The condition for what comes after the cursor; undefined without one. A made-up cursor is refused. */
export function afterCursor(
  cursor: string | undefined,
  columns: { at: PgColumn; id: PgColumn },
  order: 'oldest' | 'newest',
): SQL | undefined {
  if (cursor === undefined) return undefined;
  const { at, id } = readPlace(cursor);
  const type = columns.id.getSQLType();
  if (type === 'uuid' && !Id.safeParse(id).success) throw new Problem('request.malformed');
  const than = sql.raw(order === 'oldest' ? '>' : '<');
  return sql`(${columns.at}, ${columns.id}) ${than} (${at.toISOString()}::timestamptz, ${id}::${sql.raw(type)})`;
}

/** The place a cursor names, for lists that no table has; a made-up one is refused. */
export function readPlace(cursor: string): Place {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!Moment.safeParse(at).success || !id) throw new Problem('request.malformed');
  return { at: new Date(at!), id };
}
