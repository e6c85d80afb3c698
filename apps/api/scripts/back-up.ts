import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database';
import type { Files } from '#platform/files';
import type { Keys } from '#platform/keys';
import { createArchive, type Piece } from './archive.ts';
import { keptFiles } from './kept-files.ts';
import { appliedMigrations, sequences, tablesInOrder } from './tables.ts';

const BATCH = 1_000;
type Add = (piece: Piece) => Promise<void>;

/** Writes everything as it is at one moment into one sealed file; the product may run. Returns what was written. */
export async function backUp(
  { db, keys, files }: { db: Db; keys: Keys; files: Files },
  path: string,
): Promise<{ rows: Record<string, number>; files: number }> {
  const archive = await createArchive(path, keys);
  try {
    return await db.transaction(
      async (tx) => {
        // Names without schema, and moments, numbers and bytes in the form they are read back from.
        await tx.execute(sql`set local datestyle = iso`);
        const { rows: clock } = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
        await archive.add({ kind: 'start', migrations: await appliedMigrations(tx), at: clock[0]!.at });
        const rows: Record<string, number> = {};
        for (const table of await tablesInOrder(tx)) rows[table] = await addTable(tx, table, archive.add);
        for (const name of await sequences(tx)) await addSequence(tx, name, archive.add);
        const written = { rows, files: await addFiles({ snapshot: tx, db, files }, archive.add) };
        await archive.add({ kind: 'end', ...written });
        return written;
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
  } finally {
    await archive.close();
  }
}

/** A row as PostgreSQL writes it down: exact for every type. */
async function addTable(db: Db, table: string, add: Add): Promise<number> {
  const cursor = sql.identifier(`all_${table}`);
  await db.execute(
    sql`declare ${cursor} no scroll cursor for select t::text as row from ${sql.identifier(table)} t`,
  );
  let count = 0;
  for (;;) {
    const { rows } = await db.execute<{ row: string }>(sql`fetch ${sql.raw(String(BATCH))} from ${cursor}`);
    if (rows.length) await add({ kind: 'rows', table, rows: rows.map(({ row }) => row) });
    count += rows.length;
    if (rows.length < BATCH) break;
  }
  await db.execute(sql`close ${cursor}`);
  return count;
}

async function addSequence(db: Db, name: string, add: Add): Promise<void> {
  const { rows } = await db.execute<{ last: string; called: boolean }>(
    sql`select last_value::text as last, is_called as called from ${sql.identifier(name)}`,
  );
  await add({ kind: 'sequence', name, ...rows[0]! });
}

interface Sources {
  /** The database as it was when the backup began, and as it is now. */
  snapshot: Db;
  db: Db;
  files: Files;
}

async function addFiles({ snapshot, db, files }: Sources, add: Add): Promise<number> {
  let count = 0;
  for await (const { owner, keys, stays } of keptFiles(snapshot))
    for (const key of keys) {
      // What was replaced meanwhile has lost its file; what is still there must have it.
      if (!(await files.exists(key)) && !(await stays(db))) continue;
      const bytes = (await files.get(key)).toString('base64');
      await add({ kind: 'file', owner, key, bytes });
      count++;
    }
  return count;
}
