import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database';

/**
 * The one clock. It is the database's, so that all processes and the deadline checks at commit agree; tests
 * and the sandbox move it by the row in `clock`..
 */
export const appNow = sql<Date>`app_now()`;

/** Now, by the database's clock. */
export async function now(db: Db): Promise<Date> {
  const { rows } = await db.execute<{ now: Date }>(sql`select app_now() as now`);
  return new Date(rows[0]!.now);
}

/** Today in China as an ISO date, for what begins or ends with a day. */
export async function today(db: Pick<Db, 'execute'>): Promise<string> {
  const { rows } = await db.execute<{ today: string }>(
    sql`select (app_now() at time zone 'Asia/Shanghai')::date::text as today`,
  );
  return rows[0]!.today;
}

/** Stands still at a moment (tests), or runs on from it with `run`. Undefined: real time again. */
export async function setClock(db: Db, at: Date | undefined, run = false): Promise<void> {
  if (!at) await db.execute(sql`update clock set offset_ = interval '0', frozen = null`);
  else if (run)
    await db.execute(
      sql`update clock set offset_ = ${at.toISOString()}::timestamptz - clock_timestamp(), frozen = null`,
    );
  else await db.execute(sql`update clock set frozen = ${at.toISOString()}::timestamptz`);
}
