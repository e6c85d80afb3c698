import { sql } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { openDatabase } from '#platform/database';
import type { TestApp } from '#test/app';

/** A process takes the next job and is killed over it; its peers notice, and it is anybody's who asks, or nobody's. */
export async function dieOverAJob({ url }: TestApp): Promise<void> {
  const { db, pool, close } = openDatabase(url, 2);
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    schedule: false,
    supervise: false,
    registerInstance: false,
  });
  boss.on('error', () => {});
  await boss.start();
  const [job] = await boss.fetch('verifier');
  if (!job) throw new Error('there is no job to die over');
  await db.execute(
    sql`update pgboss.job set heartbeat_on = now() - interval '1 minute' where id = ${job.id}`,
  );
  await db.execute(sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null`);
  await boss.supervise('verifier');
  await db.execute(sql`update pgboss.job set start_after = now() where id = ${job.id}`);
  await boss.stop({ graceful: false, close: false });
  await close();
}
