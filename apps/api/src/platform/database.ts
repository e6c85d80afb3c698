import { fileURLToPath } from 'node:url';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { installJobs } from '#platform/jobs';
import { keepPlans } from '#platform/keep-plans';

export type Db = Pick<
  NodePgDatabase,
  | 'select'
  | 'selectDistinct'
  | 'selectDistinctOn'
  | 'insert'
  | 'update'
  | 'delete'
  | 'execute'
  | 'transaction'
  | '$with'
  | 'with'
  | '$count'
>;

export interface Database {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Opens a pool. Every connection commits durably and speaks UTC; a statement that hangs 30 s is ended. */
export function openDatabase(url: string, connections = 16): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
  });
  // A lost connection is replaced by the pool and its work refused; without listeners the process would end, the
  // pool's when it was lost idle, its own when it was lost between two statements of a transaction.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  keepPlans(pool);
  return { db: overPool(pool), pool, close: () => pool.end() };
}

/**
 * drizzle's own transaction never gives back a connection that is lost before its `begin`: every restart of
 * PostgreSQL under load would cost the pool some, until none are left.
 */
function overPool(pool: pg.Pool): Db {
  const transaction: Db['transaction'] = async (work, config) => {
    const client = await pool.connect();
    try {
      return await drizzle(client).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return Object.assign(drizzle(pool), { transaction });
}

/** Brings a database to the newest schema; two processes starting at once take turns. */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ v: string }>('show server_version_num');
    if (Number(rows[0]!.v) < 150_000) throw new Error(`需要 PostgreSQL 15 或更新版本，现在是 ${rows[0]!.v}`);
    await client.query('select pg_advisory_lock(7204518)');
    await applyMigrations(drizzle(client), { migrationsFolder: MIGRATIONS });
    await installJobs(client);
  } finally {
    await client.end();
  }
}
