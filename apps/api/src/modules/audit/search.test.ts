import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditFilter } from '@zikao/contract/audit';
import { openDatabase } from '#platform/database';
import { createTestDatabase } from '#test/database';
import { rowsOf } from './rows.ts';
import { search } from './search.ts';

const MANY = 60_000;
const OFFICERS = 40;
const officer = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const PERSON = officer(500_001);

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url, 2);
  // A year of eight districts: what is common and what is rare lies among everything else.
  await database.db.execute(sql`
    insert into audit_entries (at, actor, actor_name, role, district, ip, action, subject, candidate)
    select '2027-01-01'::timestamptz + n * interval '8 minutes',
      ('00000000-0000-4000-8000-' || lpad((n % ${OFFICERS})::text, 12, '0'))::uuid, '工作人员', 'district',
      'D' || n % ${OFFICERS} % 8, '10.0.0.1',
      case when n % 1000 = 0 then 'merges.mergeNumbers' when n % 3 = 0 then 'review.getCase' else 'review.getCounts' end,
      case when n % 3 = 0 then 'profile:' || n else '/review' end,
      case when n % 3 = 0 then ('00000000-0000-4000-8000-' || lpad((500000 + n % 20000)::text, 12, '0'))::uuid end
    from generate_series(1, ${MANY}) n`);
  await database.db.execute(
    sql`insert into audit_links (seq, position, hash) select seq, seq, '\\x00' from audit_entries`,
  );
  await database.db.execute(sql`insert into audit_shown
    select ('00000000-0000-4000-8000-' || lpad((500000 + n)::text, 12, '0'))::uuid, 6 + n from generate_series(0, 19999) n`);
  await database.db.execute(sql`analyze`);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

interface Carried {
  plan: string;
  /** Pages of the database that were looked at. */
  pages: number;
}

async function carryOut(query: SQL): Promise<Carried> {
  const { rows } = await database.db.execute<{ 'QUERY PLAN': string }>(
    sql`explain (analyze, buffers) ${query}`,
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  return {
    plan,
    pages: Number(/shared hit=(\d+)/.exec(plan)?.[1] ?? 0) + Number(/read=(\d+)/.exec(plan)?.[1] ?? 0),
  };
}

const FILTERS: Record<string, AuditFilter> = {
  nothing: {},
  'a person': { person: PERSON },
  'an officer': { officer: officer(3) },
  'a district': { district: 'D3' },
  'a rare action': { action: 'merges.mergeNumbers' },
  'an action nobody did': { action: 'desk.registerAtDesk' },
  'a business': { area: '考区审核' },
  'a business in a district': { area: '合档', district: 'D3' },
  'a common object': { subject: '/review' },
  'a month long ago': { from: '2027-02-01T00:00:00Z', to: '2027-03-01T00:00:00Z' },
  'a district, long ago': { district: 'D3', to: '2027-03-01T00:00:00Z' },
  'an officer at an action, long ago': {
    officer: officer(3),
    action: 'review.getCase',
    to: '2027-02-01T00:00:00Z',
  },
};

it.each(Object.entries(FILTERS))(
  'finds a page of %s by an index, without going through the trail',
  async (_, filter) => {
    const { plan, pages } = await carryOut(rowsOf(await search(database, filter, { limit: 51 })));
    expect(plan).not.toMatch(/Seq Scan on audit_(entries|links|shown)/);
    expect(pages).toBeLessThan(700);
  },
);

it('would notice a search without an index', async () => {
  const { plan, pages } = await carryOut(
    sql`select * from audit_entries where why = 'x' order by at desc limit 51`,
  );
  expect(plan).toMatch(/Scan on audit_entries|Index Scan.*audit_at/);
  expect(pages).toBeGreaterThan(700);
});

it('gives each entry once, also one that several ways lead to', async () => {
  const { rows } = await database.db.execute<{ seq: string; candidate: string }>(
    rowsOf(await search(database, { person: PERSON }, { limit: 51 })),
  );
  const seqs = rows.map(({ seq }) => seq);
  expect(new Set(seqs).size).toBe(seqs.length);
  expect(seqs).toContain('7');
  expect(rows.filter(({ candidate }) => candidate === PERSON).length).toBeGreaterThan(0);
  const all = await database.db.execute<{ seq: string }>(rowsOf(await search(database, { person: PERSON })));
  expect(all.rows.map(({ seq }) => seq)).toEqual(seqs);
});
