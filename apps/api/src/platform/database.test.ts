import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#platform/database';
import { createTestDatabase } from '#test/database';

let place: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
beforeAll(async () => {
  place = await createTestDatabase();
  database = openDatabase(place.url, 1);
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const one = () => database.db.execute(sql`select 1 as one`).then(({ rows }) => rows);

test('gives back the place of a connection that is lost before its transaction begins', async () => {
  database.pool.once('acquire', (client) => void cut(client));
  await expect(database.db.transaction((tx) => tx.execute(sql`select 1`))).rejects.toThrow();
  expect(await one()).toEqual([{ one: 1 }]); // there is but one place
});

test('gives back the place of a connection that is lost within its transaction', async () => {
  const lost = database.db.transaction((tx) =>
    tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
  );
  await expect(lost).rejects.toThrow();
  expect(await one()).toEqual([{ one: 1 }]);
});

test('rolls back what was refused and goes on', async () => {
  const refused = database.db.transaction(async (tx) => {
    await tx.execute(sql`create table half (one int)`);
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  const { rows } = await database.db.execute(sql`select to_regclass('half') as half`);
  expect(rows).toEqual([{ half: null }]);
});

/** As a server that goes away does it. */
function cut(client: unknown): void {
  (client as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

test('plans a statement once for each connection, and knows it again after the connection was lost', async () => {
  const plans = async (number: number) => {
    const { rows } = await database.db.execute<{ sum: number; kept: number }>(
      sql`select 1 + ${number}::int as sum, (select count(*)::int from pg_prepared_statements) as kept`,
    );
    return rows[0];
  };
  const { kept } = (await plans(1))!;
  expect(await plans(2)).toEqual({ sum: 3, kept });
  await database.db.execute(sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => {});
  expect(await plans(3)).toEqual({ sum: 4, kept: 1 });
});
