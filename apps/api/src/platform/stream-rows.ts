import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { sql, type SQL } from 'drizzle-orm';
import type { Db } from '#platform/database';

const BATCH = 1_000;

/**
 * The rows of a query in batches, as many in memory at a time as two batches hold: a cursor of the database, in a
 * transaction of its own that reads one state of it. Whoever stops taking them ends it; a reader that takes nothing for
 * a minute is cut off by the database.
 */
export function streamRows<Row extends Record<string, unknown>>(
  db: Pick<Db, 'transaction'>,
  query: SQL,
): AsyncIterable<Row[]> {
  const pipe = new PassThrough({ objectMode: true, highWaterMark: 1 });
  const gone = new AbortController();
  pipe.once('close', () => gone.abort());
  const read = db.transaction(
    async (tx) => {
      await tx.execute(sql`declare rows_out no scroll cursor for ${query}`);
      for (;;) {
        const { rows } = await tx.execute<Row>(sql.raw(`fetch ${BATCH} from rows_out`));
        if (rows.length === 0 || gone.signal.aborted) return;
        if (!pipe.write(rows)) await once(pipe, 'drain', { signal: gone.signal });
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  read.then(
    () => pipe.end(),
    (error: Error) => pipe.destroy(gone.signal.aborted ? undefined : error),
  );
  return pipe;
}
