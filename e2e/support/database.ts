import pg from 'pg';
import type { Product } from './server.ts';

/** One statement on the product's database. */
export async function onDatabase<Row extends pg.QueryResultRow>(
  product: Product,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: product.databaseUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Lets the product's clock run on from a moment; without one, real time again. */
export async function setClock(product: Product, at?: Date): Promise<void> {
  if (at) await onDatabase(product, 'update clock set offset_ = $1::timestamptz - clock_timestamp()', [at]);
  else await onDatabase(product, `update clock set offset_ = interval '0'`);
}

/** Moves the clock without ending anybody's session by it. */
export async function moveClock(product: Product, at?: Date): Promise<void> {
  await setClock(product, at);
  await onDatabase(
    product,
    `update sessions set last_seen_at = app_now(), ends_at = app_now() + interval '1 hour'`,
  );
}

/** When a function of the current session closes for everybody. */
export async function closingOf(product: Product, name: 'profile' | 'enrolment'): Promise<Date> {
  const [row] = await onDatabase<{ closes_at: Date }>(
    product,
    `select w.closes_at from windows w join exam_sessions s on s.id = w.session
      where s.current and w.function = $1 and w.district is null`,
    [name],
  );
  return row!.closes_at;
}

/** Ends every connection of the product, and with `hold` lets no new one in until the answer is called. */
export async function loseDatabase(product: Product, hold: true): Promise<() => void>;
export async function loseDatabase(product: Product, hold?: false): Promise<void>;
export async function loseDatabase(product: Product, hold = false): Promise<(() => void) | void> {
  const client = new pg.Client({ connectionString: product.databaseUrl() });
  await client.connect();
  const { rows } = await client.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\n', 1) as pid`,
  );
  const postmaster = Number(rows[0]!.pid);
  // A stopped postmaster takes no connection; ours was made before.
  if (hold) process.kill(postmaster, 'SIGSTOP');
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  await client.end();
  return hold ? () => void process.kill(postmaster, 'SIGCONT') : undefined;
}

/** The code last sent to a phone, from the demo outbox. */
export async function codeOf(product: Product, phone: string): Promise<string> {
  const [row] = await onDatabase<{ text: string }>(
    product,
    'select text from sms_outbox where phone = $1 order by at desc limit 1',
    [phone],
  );
  return /\d{6}/.exec(row!.text)![0];
}
