import { and, inArray, not, sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { UNUSED_DAYS } from '@zikao/contract/documents';
import type { Services } from '#platform/context';
import { runRounds } from '#platform/rounds';
import { isUsed } from './find.ts';
import { removeFiles } from './store.ts';
import { documents } from './tables.ts';

const BATCH = 100;
const ROUND_MS = 60 * 60_000;
type Tools = Pick<Services, 'db' | 'files'>;

/** Removes documents that no application has named for `UNUSED_DAYS`: first the rows, then their files. Returns how many. */
export async function sweepDocuments({ db, files }: Tools): Promise<number> {
  let count = 0;
  for (;;) {
    const stale = db
      .select({ id: documents.id })
      .from(documents)
      .where(and(sql`${documents.neededAt} < app_now() - make_interval(days => ${UNUSED_DAYS})`, not(isUsed)))
      .limit(BATCH)
      // Who names one at this moment holds it; it is left alone.
      .for('update', { skipLocked: true });
    const gone = await db
      .delete(documents)
      .where(and(inArray(documents.id, stale), not(isUsed)))
      .returning();
    for (const row of gone) await removeFiles({ files }, row);
    count += gone.length;
    if (gone.length < BATCH) return count;
  }
}

/** Sweeps in the background for as long as the process runs; any number of processes may. */
export const runSweeper = (tools: Tools, log: Pick<FastifyBaseLogger, 'error'>) =>
  runRounds(
    ROUND_MS,
    () => sweepDocuments(tools),
    (fault) => log.error({ fault }, 'documents not swept'),
  );
