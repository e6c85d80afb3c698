import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '#platform/context';
import { openDatabase, type Database, type Db } from '#platform/database';
import { newRing, openRing } from '#platform/keys';
import { setClock } from '#platform/clock';
import { auditEntries } from '#platform/tables';
import { createTestDatabase } from '#test/database';
import { seal, sealTo, setMark } from './seal.ts';
import { auditHeads, auditLinks } from './tables.ts';
import { verify } from './verify.ts';

let drop: () => Promise<void>;
let database: Database;
let services: Pick<Services, 'db' | 'keys'>;

beforeEach(async () => {
  const fresh = await createTestDatabase();
  drop = fresh.drop;
  database = openDatabase(fresh.url, 4);
  services = { db: database.db, keys: openRing(newRing('intl'), 'intl') };
});
afterEach(async () => {
  await database.close();
  await drop();
});

const write = (db: Db, subject: string) =>
  db
    .insert(auditEntries)
    .values({ actorName: '张审核', role: 'district', ip: '10.0.0.1', action: 'review.getCase', subject });
const writeAll = async (...subjects: string[]) => {
  for (const subject of subjects) await write(database.db, subject);
};

/** What a person with the database's superuser can do. */
async function tamper(statement: string) {
  const tables = ['audit_entries', 'audit_links', 'audit_heads'];
  const each = (verb: string) => tables.map((table) => `alter table ${table} ${verb} trigger append_only`);
  for (const line of [...each('disable'), statement, ...each('enable')]) await database.pool.query(line);
}
const fault = async () => (await verify(services)).fault;

describe('the trail', () => {
  it('refuses every change by the ordinary way', async () => {
    await writeAll('a');
    await seal(services);
    for (const table of ['audit_entries', 'audit_links'])
      for (const verb of [
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `update ${table} set at = now()`,
      ])
        await expect(database.pool.query(verb)).rejects.toThrow('append-only');
  });

  it('is intact when empty, and when sealed in several goes with gaps in the numbers', async () => {
    expect(await verify(services)).toMatchObject({ intact: true, entries: 0 });
    await writeAll('a', 'b');
    await seal(services);
    const rolledBack = database.db.transaction(async (tx) => {
      await write(tx, 'lost');
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await writeAll('c');
    expect(await seal(services)).toBe(1);
    expect(await verify(services)).toMatchObject({ intact: true, entries: 3 });
  });

  it('is sealed once by two sealers at the same time', async () => {
    await writeAll('a', 'b', 'c');
    const counts = await Promise.all([seal(services), seal(services)]);
    expect(counts.toSorted()).toEqual([0, 3]);
    expect(await verify(services)).toMatchObject({ intact: true, entries: 3 });
  });

  it('waits for a writer who drew a lower number and commits later', async () => {
    const slow = await database.pool.connect();
    await slow.query('begin');
    await slow.query(
      `insert into audit_entries (actor_name, role, ip, action, subject) values ('甲', 'district', '10.0.0.1', 'x', 'slow')`,
    );
    await writeAll('fast');
    const mark = await setMark(database.db);
    expect(await sealTo(services, mark)).toBeUndefined();
    await slow.query('commit');
    slow.release();
    expect(await seal(services)).toBe(2);
    const order = await database.db
      .select({ subject: auditEntries.subject })
      .from(auditLinks)
      .innerJoin(auditEntries, eq(auditEntries.seq, auditLinks.seq))
      .orderBy(auditLinks.position);
    expect(order.map(({ subject }) => subject)).toEqual(['slow', 'fast']);
    expect(await fault()).toBeUndefined();
  });
});

describe('tampering with the trail is found:', () => {
  beforeEach(async () => {
    await writeAll('a', 'b', 'c', 'd', 'e');
    await seal(services);
  });

  it('a changed entry', async () => {
    await tamper(`update audit_entries set actor_name = '李四' where seq = 3`);
    expect(await fault()).toBe('第 3 条（编号 3）的内容或链接被改动');
  });

  it('a changed district, also where none was', async () => {
    await tamper(`update audit_entries set district = '630100' where seq = 2`);
    expect(await fault()).toBe('第 2 条（编号 2）的内容或链接被改动');
  });

  it('a removed entry, with and without its link', async () => {
    await tamper('delete from audit_entries where seq = 2');
    expect(await fault()).toBe('第 2 条（编号 2）已被删除');
    await tamper('delete from audit_links where seq = 2');
    expect(await fault()).toBe('第 2 条的链接缺失');
  });

  it('a removed entry whose followers were renumbered', async () => {
    await tamper('delete from audit_entries where seq = 2');
    await tamper('delete from audit_links where seq = 2');
    await tamper('update audit_links set position = position - 1 where seq > 2');
    expect(await fault()).toBe('第 2 条（编号 3）的内容或链接被改动');
  });

  it('a cut tail', async () => {
    await tamper('delete from audit_entries where seq > 3');
    expect(await fault()).toBe('第 4 条（编号 4）已被删除');
    await tamper('delete from audit_links where seq > 3');
    expect(await fault()).toBe('链尾被截：应有 5 条，现在只有 3 条');
  });

  it('a cut tail with the signed tip taken away or rewritten', async () => {
    await tamper('delete from audit_entries where seq > 3');
    await tamper('delete from audit_links where seq > 3');
    await tamper('update audit_tip set entries = 3, last_seq = 3');
    expect(await fault()).toBe('链尾签名不符');
    await tamper('delete from audit_tip');
    expect(await fault()).toBe('链尾签名缺失');
  });

  it('an entry slipped into a gap', async () => {
    await database.pool.query(`select setval('audit_entries_seq_seq', 9)`);
    await writeAll('after the gap');
    await seal(services);
    await tamper(
      `insert into audit_entries (seq, actor_name, role, ip, action, subject) overriding system value
       values (7, '甲', 'district', '10.0.0.1', 'x', 'forged')`,
    );
    await seal(services);
    expect(await fault()).toBe('编号 7 的记录是事后插入的，不在链上');
  });

  it('and nothing is signed on top of it', async () => {
    await tamper(`update audit_tip set entries = 4`);
    await writeAll('f');
    await expect(seal(services)).rejects.toThrow('audit-verify');
  });
});

describe('the head of a day', () => {
  beforeEach(async () => {
    await setClock(database.db, new Date('2027-03-08T15:59:59Z'));
    await writeAll('a', 'b');
    await seal(services);
    await setClock(database.db, new Date('2027-03-08T16:00:01Z'));
    await writeAll('c');
    await seal(services);
  });

  it('is signed once the next day begins in Qinghai', async () => {
    const heads = await database.db.select().from(auditHeads);
    expect(heads).toMatchObject([{ day: '2027-03-08', entries: 2, lastSeq: 2n }]);
    expect(await fault()).toBeUndefined();
  });

  it('shows a chain that was rewritten to an earlier end', async () => {
    await tamper('delete from audit_links where seq > 1');
    await tamper('delete from audit_entries where seq > 1');
    expect(await fault()).toBe('2027-03-08 日结时有 2 条，现在只有 1 条');
  });

  it('shows when it was changed itself', async () => {
    await tamper('update audit_heads set entries = 1');
    expect(await fault()).toBe('2027-03-08 的日结签名不符');
  });
});
