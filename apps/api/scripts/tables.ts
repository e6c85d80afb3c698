import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database';

/** All tables, each after those it refers to. */
export async function tablesInOrder(db: Db): Promise<string[]> {
  const { rows: tables } = await db.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const { rows: links } = await db.execute<{ from: string; to: string }>(sql`
    select conrelid::regclass::text as "from", confrelid::regclass::text as "to"
      from pg_constraint where contype = 'f' and conrelid <> confrelid`);
  const done: string[] = [];
  const rest = new Set(tables.map(({ name }) => name));
  while (rest.size) {
    const free = [...rest].filter((name) => !links.some(({ from, to }) => from === name && rest.has(to)));
    if (free.length === 0) throw new Error(`tables refer to each other: ${[...rest].join(', ')}`);
    for (const name of free) {
      done.push(name);
      rest.delete(name);
    }
  }
  return done;
}

export async function sequences(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select sequencename as name from pg_sequences where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** What the schema is: both sides of a backup must have the same. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const { rows } = await db.execute<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by id`,
  );
  return rows.map(({ hash }) => hash);
}
