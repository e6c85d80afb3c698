import { sql } from 'drizzle-orm';
import { ConfigError } from '#config';
import type { Db } from '#platform/database';
import type { Files } from '#platform/files';
import type { Keys } from '#platform/keys';
import { accounts } from '#tables/identity';
import { auditEntries } from '#platform/tables';
import { type Piece, readArchive } from './archive.ts';
import { appliedMigrations, tablesInOrder } from './tables.ts';

/**
 * Fills a migrated database nobody has used yet, and the file store, from a backup: all of it or nothing. Files that
 * were stored before a failure stay, sealed and unnamed.
 */
export async function bringBack(
  { db, keys, files }: { db: Db; keys: Keys; files: Files },
  path: string,
): Promise<{ rows: number; files: number }> {
  return db.transaction(async (tx) => {
    const used = (await tx.$count(accounts)) + (await tx.$count(auditEntries));
    if (used) throw new ConfigError('数据库里已有数据。请恢复到一个空的数据库，以免覆盖。');
    const tables = await tablesInOrder(tx);
    const triggers = async (verb: 'disable' | 'enable') => {
      for (const table of tables)
        await tx.execute(sql`alter table ${sql.identifier(table)} ${sql.raw(verb)} trigger user`);
    };
    // Deadlines and append-only rules judge what people do, not what is brought back.
    await triggers('disable');
    for (const table of tables.toReversed()) await tx.execute(sql`delete from ${sql.identifier(table)}`);
    const arrived = await fill(tx, readArchive(path, keys), files);
    await triggers('enable');
    return arrived;
  });
}

async function fill(
  db: Db,
  pieces: AsyncIterable<Piece>,
  files: Files,
): Promise<{ rows: number; files: number }> {
  const rows: Record<string, number> = {};
  let stored = 0;
  for await (const piece of pieces) {
    if (piece.kind === 'start') await refuseOtherSchema(db, piece.migrations);
    if (piece.kind === 'rows') {
      await insert(db, piece.table, piece.rows);
      rows[piece.table] = (rows[piece.table] ?? 0) + piece.rows.length;
    }
    if (piece.kind === 'sequence')
      await db.execute(sql`select setval(${piece.name}::regclass, ${piece.last}::bigint, ${piece.called})`);
    if (piece.kind === 'file') {
      const key = await files.put(piece.owner, Buffer.from(piece.bytes, 'base64'));
      if (key !== piece.key) throw new Error('the index secret is not the one the backup was made with');
      stored++;
    }
    if (piece.kind === 'end') refuseIncomplete(piece, rows, stored);
  }
  return { rows: Object.values(rows).reduce((sum, count) => sum + count, 0), files: stored };
}

const insert = (db: Db, table: string, rows: string[]) =>
  db.execute(sql`
    insert into ${sql.identifier(table)} overriding system value
    select (row::${sql.identifier(table)}).* from unnest(${sql.param(rows)}::text[]) as given (row)`);

async function refuseOtherSchema(db: Db, migrations: string[]): Promise<void> {
  if (String(migrations) !== String(await appliedMigrations(db)))
    throw new ConfigError('备份与程序的版本不同：请用制作备份时的程序版本恢复，再升级。');
}

function refuseIncomplete(
  end: Extract<Piece, { kind: 'end' }>,
  rows: Record<string, number>,
  files: number,
): void {
  const wrong = Object.entries(end.rows).find(([table, count]) => (rows[table] ?? 0) !== count);
  if (wrong || files !== end.files) throw new Error(`the backup is not complete: ${wrong?.[0] ?? 'files'}`);
}
