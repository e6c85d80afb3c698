import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decryptText } from '#platform/crypto';
import { openDatabase } from '#platform/database';
import { openFiles } from '#platform/files';
import { type KeyRing, type Keys, newRing, openRing, rotate } from '#platform/keys';
import { seal, verify } from '#modules/audit';
import { accounts } from '#tables/identity';
import { pictures } from '#tables/photos';
import { createTestApp, type TestApp } from '#test/app';
import { createTestDatabase } from '#test/database';
import { getCounts } from '@zikao/contract/review';
import { anOfficer, type TestCandidate } from '#test/factories/identity';
import { aSubmittedEnrolment, theDistricts } from '#test/factories/review';
import { backUp } from './back-up.ts';
import { bringBack } from './bring-back.ts';
import { countOlder, reseal } from './reseal.ts';
import { OPEN_COLUMNS, SEALED_COLUMNS } from './sealed.ts';
import { tablesInOrder } from './tables.ts';

let product: TestApp;
let candidate: TestCandidate;
let dir: string;
/** As the commands have them. */
let tools: Pick<TestApp['services'], 'db' | 'keys' | 'files'>;

beforeAll(async () => {
  product = await createTestApp();
  dir = mkdtempSync(join(tmpdir(), 'zikao-operations-'));
  await theDistricts(product);
  ({ candidate } = await aSubmittedEnrolment(product, { no: 2, name: '卓玛·"措"\\\n' }));
  const { db, keys } = product.services;
  const files = openFiles({ dir: join(dir, 'files'), keys });
  tools = { db, keys, files };
  const file = await files.put(candidate.id, Buffer.from('a picture'));
  await db
    .insert(pictures)
    .values({ owner: candidate.id, kind: 'photo', file, width: 1, height: 1, bytes: 9 });
  await (await anOfficer(product)).caller.call(getCounts);
  await seal(product.services);
});
afterAll(async () => {
  await product.close();
  rmSync(dir, { recursive: true, force: true });
});

const everything = async (db: TestApp['services']['db']) => {
  const all: Record<string, unknown> = {};
  for (const table of await tablesInOrder(db))
    all[table] = (
      await db.execute(sql`select t::text from ${sql.identifier(table)} t order by t::text collate "C"`)
    ).rows;
  return all;
};

describe('a backup', () => {
  it('is refused by a database in use, and leaves it as it is', async () => {
    const path = join(dir, 'refused');
    await backUp(tools, path);
    const before = await everything(tools.db);
    await expect(bringBack(tools, path)).rejects.toThrow('已有数据');
    expect(await everything(tools.db)).toEqual(before);
  });

  it('is refused when cut short or changed, and brings back nothing of it', async () => {
    const path = join(dir, 'whole');
    await backUp(tools, path);
    const bytes = readFileSync(path);
    writeFileSync(join(dir, 'cut'), bytes.subarray(0, -40));
    writeFileSync(join(dir, 'changed'), bytes.with(bytes.length - 20, bytes.at(-20)! ^ 1));
    const fresh = await createTestDatabase();
    const { db, close } = openDatabase(fresh.url, 2);
    const fill = (name: string) => bringBack({ ...tools, db }, join(dir, name));
    await expect(fill('cut')).rejects.toThrow('cut short');
    await expect(fill('changed')).rejects.toThrow('was changed');
    expect(await db.$count(accounts)).toBe(0);
    await close();
    await fresh.drop();
  });

  it('brings back every row, file and number, with the trail whole; nothing in it can be read without the key', async () => {
    const path = join(dir, 'backup');
    const written = await backUp(tools, path);
    expect(readFileSync(path).includes(candidate.name)).toBe(false);
    const fresh = await createTestDatabase();
    const { db, pool, close } = openDatabase(fresh.url, 2);
    const files = openFiles({ dir: join(dir, 'restored'), keys: tools.keys });
    const arrived = await bringBack({ ...tools, db, files }, path);

    expect(arrived.files).toBe(written.files);
    expect(await everything(db)).toEqual(await everything(tools.db));
    const [picture] = await db.select().from(pictures);
    expect((await files.get(picture!.file)).toString()).toBe('a picture');
    expect(await verify({ ...tools, db })).toEqual(await verify(tools));
    // Numbers go on where they were, and the guards stand again.
    await expect(pool.query('delete from audit_entries')).rejects.toThrow('append-only');
    const next = `insert into audit_entries (actor_name, role, ip, action, subject) values ('甲', 'x', '::1', 'x', 'x') returning seq`;
    expect((await pool.query(next)).rows).toEqual((await product.services.db.execute(sql.raw(next))).rows);
    await close();
    await fresh.drop();
  });
});

/** The ring a running product was opened with. */
function ringOf({ active, master, index }: Keys): KeyRing {
  const text = (secret: Buffer) => secret.toString('base64');
  return {
    active,
    keys: Object.fromEntries([...master].map(([id, secret]) => [id, text(secret)])),
    index: { suite: index.suite, secret: text(index.secret) },
  };
}

describe('a new key', () => {
  it('has every sealed column on its list', async () => {
    const { rows } = await product.services.db.execute<{ name: string }>(sql`
      select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'bytea' order by 1`);
    const listed = [...SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`), ...OPEN_COLUMNS];
    expect(rows.map(({ name }) => name)).toEqual(listed.toSorted());
  });

  it('takes over every value and file, so that the old one is needed no more', async () => {
    const { db } = product.services;
    const [old] = await db
      .select()
      .from(accounts)
      .where(sql`${accounts.id} = ${candidate.id}`);
    const ring = rotate(ringOf(tools.keys));
    const keys = openRing(ring, 'intl');
    const files = openFiles({ dir: join(dir, 'files'), keys });
    expect(await countOlder(db, keys)).toBeGreaterThan(3);
    await reseal({ db, keys, files });
    expect(await countOlder(db, keys)).toBe(0);
    expect(await reseal({ db, keys, files })).toMatchObject({ values: 0 });

    const only = openRing({ ...ring, keys: { [ring.active]: ring.keys[ring.active]! } }, 'intl');
    const [row] = await db
      .select()
      .from(accounts)
      .where(sql`${accounts.id} = ${candidate.id}`);
    expect(decryptText(only, 'accounts.idNumber', row!.idNumber!)).toBe(candidate.idNumber);
    expect(row!.idNumberIndex).toEqual(old!.idNumberIndex);
    const [picture] = await db.select().from(pictures);
    const read = openFiles({ dir: join(dir, 'files'), keys: only });
    expect((await read.get(picture!.file)).toString()).toBe('a picture');
  });
});

describe('audit-verify', () => {
  const script = fileURLToPath(new URL('./audit-verify.ts', import.meta.url));
  const run = (url: string, ring: unknown) =>
    promisify(execFile)(process.execPath, [script], {
      env: { ...process.env, DATABASE_URL: url, DATA_KEYS: JSON.stringify(ring), DATA_DIR: dir },
    }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
    );

  it('ends with 0 when the trail is whole, with 1 and the first fault when it is not', async () => {
    const fresh = await createTestDatabase();
    const { pool, close } = openDatabase(fresh.url, 2);
    const ring = newRing('intl');
    const write = `insert into audit_entries (actor_name, role, ip, action, subject) values ('甲', 'x', '::1', 'x', 'x')`;
    await pool.query(write);
    await pool.query(write);
    expect(await run(fresh.url, ring)).toEqual({
      code: 0,
      said: expect.stringContaining('审计链完整：共 2 条'),
    });
    await pool.query('alter table audit_entries disable trigger all');
    await pool.query(`update audit_entries set actor_name = '乙' where seq = 1`);
    expect(await run(fresh.url, ring)).toEqual({
      code: 1,
      said: '审计链有问题：第 1 条（编号 1）的内容或链接被改动。\n',
    });
    await close();
    await fresh.drop();
  });
});
