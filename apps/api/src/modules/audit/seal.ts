import { and, asc, desc, gt, lte, sql } from 'drizzle-orm';
import type { Services } from '#platform/context';
import type { Db } from '#platform/database';
import { auditEntries } from '#platform/tables';
import { extend, isSigned, sign, START, type End } from './chain.ts';
import { auditHeads, auditLinks, auditTip } from './tables.ts';

const BATCH = 1_000;
const LOCK = 7_204_519;

/**
 * A point of the trail. Sequences leave gaps, and a lower number may become visible after a higher one: up to `seq`
 * nothing more can appear once every transaction below `before` is over, because a trigger gives each writer its
 * transaction number before it draws from the sequence.
 */
export interface Mark {
  seq: bigint;
  before: string;
}

/** Marks how far the trail goes now. Two statements on purpose: first the number, then the snapshot. */
export async function setMark(db: Db): Promise<Mark> {
  const drawn = await db.execute<{ seq: string }>(
    sql`select case when is_called then last_value else 0 end as seq from audit_entries_seq_seq`,
  );
  const snapshot = await db.execute<{ before: string }>(
    sql`select pg_snapshot_xmax(pg_current_snapshot())::text as before`,
  );
  return { seq: BigInt(drawn.rows[0]!.seq), before: snapshot.rows[0]!.before };
}

/**
 * Links what lies before the mark, in order, and signs the new end. Returns how many entries were linked; undefined:
 * somebody who wrote before the mark has not finished, try again later. Throws when the stored end is not ours.
 */
export async function sealTo(
  services: Pick<Services, 'db' | 'keys'>,
  mark: Mark,
): Promise<number | undefined> {
  const { rows } = await services.db.execute<{ past: boolean }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot()) >= ${mark.before}::xid8 as past`,
  );
  if (!rows[0]!.past) return undefined;
  for (let total = 0; ;) {
    const sealed = await services.db.transaction((db) => sealBatch({ ...services, db }, mark.seq));
    total += sealed;
    if (sealed < BATCH) return total;
  }
}

/** Seals everything written so far; waits for writers that are still at it. */
export async function seal(services: Pick<Services, 'db' | 'keys'>): Promise<number> {
  const mark = await setMark(services.db);
  for (;;) {
    const sealed = await sealTo(services, mark);
    if (sealed !== undefined) return sealed;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function sealBatch({ db, keys }: Pick<Services, 'db' | 'keys'>, to: bigint): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const tip = await readEnd({ db, keys });
  await closeDay({ db, keys }, tip);
  const found = await db
    .select()
    .from(auditEntries)
    .where(and(gt(auditEntries.seq, tip.lastSeq), lte(auditEntries.seq, to)))
    .orderBy(asc(auditEntries.seq))
    .limit(BATCH);
  if (found.length === 0) return 0;
  let end: End = tip;
  const links = found.map((entry) => {
    end = extend(keys, end, entry);
    return { seq: end.lastSeq, position: end.entries, hash: end.hash };
  });
  await db.insert(auditLinks).values(links);
  const signed = { ...end, signature: sign(keys, 'tip', end), at: sql`app_now()` };
  await db.insert(auditTip).values(signed).onConflictDoUpdate({ target: auditTip.one, set: signed });
  return found.length;
}

/** The end to go on from. Going on from a forged one would sign the forgery. */
async function readEnd({ db, keys }: Pick<Services, 'db' | 'keys'>): Promise<End> {
  const [tip] = await db.select().from(auditTip);
  const [last] = await db.select().from(auditLinks).orderBy(desc(auditLinks.position)).limit(1);
  if (!tip && !last) return START;
  const whole =
    tip && isSigned(keys, 'tip', tip) && last?.position === tip.entries && last.hash.equals(tip.hash);
  if (!whole) throw new Error('the end of the audit chain was changed: run audit-verify');
  return { lastSeq: tip.lastSeq, entries: tip.entries, hash: tip.hash };
}

/** The first sealing of a new day (Asia/Shanghai) signs where the day before ended. */
async function closeDay({ db, keys }: Pick<Services, 'db' | 'keys'>, { lastSeq, entries, hash }: End) {
  const { rows } = await db.execute<{ day: string }>(sql`
    select (at at time zone 'Asia/Shanghai')::date::text as day from audit_tip
     where (at at time zone 'Asia/Shanghai')::date < (app_now() at time zone 'Asia/Shanghai')::date`);
  const day = rows[0]?.day;
  if (!day) return;
  const end = { lastSeq, entries, hash };
  await db
    .insert(auditHeads)
    .values({ day, ...end, signature: sign(keys, day, end) })
    .onConflictDoNothing();
}
