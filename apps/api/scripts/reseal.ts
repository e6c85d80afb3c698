import { sql } from 'drizzle-orm';
import { decrypt, encrypt } from '#platform/crypto';
import type { Db } from '#platform/database';
import type { Files } from '#platform/files';
import type { Keys } from '#platform/keys';
import { keptFiles } from './kept-files.ts';
import { SEALED_COLUMNS } from './sealed.ts';

const BATCH = 500;
type Column = (typeof SEALED_COLUMNS)[number];

/** Seals everything anew that is not under the active key. May be interrupted and started again; the product may run. */
export async function reseal(tools: { db: Db; keys: Keys; files: Files }): Promise<{
  values: number;
  files: number;
}> {
  let values = 0;
  for (const column of SEALED_COLUMNS)
    for (let done = BATCH; done === BATCH; values += done)
      done = await tools.db.transaction((tx) => resealBatch(tx, tools.keys, column));
  return { values, files: await resealFiles(tools) };
}

/** How many values are still under an older key; a key that none needs may leave the ring. */
export async function countOlder(db: Db, { active }: Keys): Promise<number> {
  let older = 0;
  for (const { table, column } of SEALED_COLUMNS) {
    const { rows } = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(table)} where ${isOlder(column, active)}`,
    );
    older += rows[0]!.count;
  }
  return older;
}

/** A sealed value begins with a byte for the version and two for the key. */
function isOlder(column: string, active: number) {
  const key = Buffer.alloc(2);
  key.writeUInt16BE(active);
  return sql`substring(${sql.identifier(column)} from 2 for 2) <> ${key}`;
}

async function resealBatch(db: Db, keys: Keys, { table, column, aad }: Column): Promise<number> {
  const [from, value] = [sql.identifier(table), sql.identifier(column)];
  const { rows } = await db.execute<{ place: string; sealed: Buffer }>(sql`
    select ctid::text as place, ${value} as sealed from ${from}
     where ${isOlder(column, keys.active)} limit ${BATCH} for update`);
  for (const { place, sealed } of rows) {
    const anew = encrypt(keys, aad, decrypt(keys, aad, sealed));
    await db.execute(sql`update ${from} set ${value} = ${anew} where ctid = ${place}::tid`);
  }
  return rows.length;
}

/** A file keeps its name, which is made from its content. */
async function resealFiles({ db, files }: { db: Db; files: Files }): Promise<number> {
  let count = 0;
  for await (const { owner, keys } of keptFiles(db))
    for (const key of keys) {
      await files.put(owner, await files.get(key));
      count++;
    }
  return count;
}
