import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbedded, type EmbeddedPostgres } from './embedded-postgres.ts';

const fast = ['-c', 'fsync=off'];
let base: string;
let dataDir: string;
let server: EmbeddedPostgres | undefined;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'zikao-postgres-'));
  chmodSync(base, 0o755); // as root the server runs as somebody else, who must get in
  dataDir = join(base, 'data');
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(base, { recursive: true, force: true });
});

async function query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server?.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('refuses to start while a living server works on the same data', async () => {
  server = await startEmbedded({ dataDir, flags: fast });
  await expect(startEmbedded({ dataDir, flags: fast })).rejects.toThrow('本系统已经在运行');
  expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
});

test('refuses a wrong flag with the words of the server', async () => {
  await expect(startEmbedded({ dataDir, flags: ['-c', 'no_such_setting=1'] })).rejects.toThrow(
    'no_such_setting',
  );
});

test('refuses a connection without the password', async () => {
  server = await startEmbedded({ dataDir, flags: fast });
  const client = new pg.Client({ connectionString: server.url.replace(/:[^:@]+@/, ':wrong@') });
  await expect(client.connect()).rejects.toThrow('password authentication failed');
});

test('keeps the data over a stop and a start', async () => {
  server = await startEmbedded({ dataDir });
  await query('create table kept as select 7 as number');
  await server.stop();
  server = await startEmbedded({ dataDir });
  expect(await query('select number from kept')).toEqual([{ number: 7 }]);
});

test('sorts Chinese by pinyin', async () => {
  server = await startEmbedded({ dataDir, flags: fast });
  const rows = await query<{ name: string }>(
    `select name from unnest(array['西宁','海东','玉树','果洛','黄南']) as name order by name`,
  );
  expect(rows.map((row) => row.name)).toEqual(['果洛', '海东', '黄南', '西宁', '玉树']);
});

test('starts over the pid file of a server that was killed', async () => {
  server = await startEmbedded({ dataDir });
  await query('create table kept as select 7 as number');
  process.kill(server.pid, 'SIGKILL');
  await server.exited;
  expect(existsSync(join(server.dataDir, 'cluster', 'postmaster.pid'))).toBe(true);
  server = await startEmbedded({ dataDir });
  expect(await query('select number from kept')).toEqual([{ number: 7 }]);
});

test('waits for what a killed server left at work: two of them would write over each other', async () => {
  server = await startEmbedded({ dataDir });
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => {});
  await client.connect();
  await client.query(`set statement_timeout = '2s'`);
  const begun = new Promise((done) => client.once('notice', done));
  let atWork = true;
  const over = () => void (atWork = false);
  // A loop that does not see its server die.
  void client.query(`do $$ begin raise notice 'begun'; loop null; end loop; end $$`).then(over, over);
  await begun;
  process.kill(server.pid, 'SIGKILL');
  await server.exited;
  expect(atWork).toBe(true);
  server = await startEmbedded({ dataDir });
  expect(atWork).toBe(false);
});

test('starts over a pid file whose number now belongs to another process', async () => {
  server = await startEmbedded({ dataDir, flags: fast });
  await server.stop();
  const pidFile = join(server.dataDir, 'cluster', 'postmaster.pid');
  writeFileSync(
    pidFile,
    `${process.pid}\n${join(server.dataDir, 'cluster')}\n0\n5432\n\n127.0.0.1\n\nready\n`,
  );
  server = await startEmbedded({ dataDir, flags: fast });
  expect(readFileSync(pidFile, 'utf8')).toContain(`${server.pid}\n`);
});

test('goes down with its process, even by kill -9, and the next start finds the data', async () => {
  const module = join(import.meta.dirname, 'embedded-postgres.ts');
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(module)});
    console.log((await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })).url);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((done) =>
    child.stdout.once('data', (line) => done(String(line).trim())),
  );
  const client = new pg.Client({ connectionString: url });
  const cut = new Promise((done) => client.on('error', done)); // the session ends with the server
  await client.connect();
  await client.query('create table kept as select 7 as number');

  child.kill('SIGKILL');
  await cut;
  server = await startEmbedded({ dataDir });
  expect(await query('select number from kept')).toEqual([{ number: 7 }]);
});
