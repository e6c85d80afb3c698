import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import pg from 'pg';
import { registerOne } from './people.ts';
import type { Product } from './product.ts';

/** Somebody among the crowd who can be searched for. */
export interface Known {
  idNumber: string;
  phone: string;
  admissionNumber: string;
  name: string;
  birthDate: string;
}

/** Between one submission and the next, in seconds. */
export const APART = 2;

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文志红玉梅兰春雪松云海龙飞鹏宇晨浩然子轩梓涵欣怡嘉俊思佳雨';
const TIBETAN = ['卓玛', '才让', '扎西', '多杰', '措毛', '尼玛', '南杰', '旦增'];

/** As large as real ones; nobody opens them in a list. */
const ANSWERS = 250;
const GROUPS = 450;

/** The crowd of a data directory that was kept, or a new one. */
export async function findCrowd(product: Product, count: number): Promise<Known> {
  const note = join(product.dataDir, 'crowd.json');
  if (existsSync(note)) {
    const found = JSON.parse(readFileSync(note, 'utf8')) as { count: number; known: Known };
    if (found.count !== count)
      throw new Error(`${product.dataDir} 里是 ${found.count} 名考生，不是 ${count}`);
    return found.known;
  }
  const known = await seedCrowd(product, count);
  writeFileSync(note, JSON.stringify({ count, known }));
  return known;
}

/**
 * So many candidates as the product would have kept them, in a few statements: one in ten waits, few were sent back,
 * the rest is approved, has a number, an enrolment and now and then an application. ID and mobile numbers are sealed ones
 * of a real registration.
 */
async function seedCrowd({ port, databaseUrl }: Product, count: number): Promise<Known> {
  const real = await registerOne(port, databaseUrl);
  const database = new pg.Client({ connectionString: databaseUrl });
  // Of a statement that fails its own words are shown, not that the server ended after it.
  database.on('error', () => {});
  await database.connect();
  const run = (text: string, values: unknown[] = []) => database.query(text, values);
  // History: no deadline judges it, and what refers to what is right by construction.
  await run('set session_replication_role = replica');
  await run('set synchronous_commit = off');
  await run(`set maintenance_work_mem = '512MB'`);
  const indexes = await dropIndexes(run);
  await run(
    `create temporary table crowd as
     select gen_random_uuid() as id, i,
       (array(select code from districts order by position))[1 + (i * 7919::bigint % 23 * (i % 3) % 9)] as district,
       case when i % 10 = 0 then 'pending' when i % 33 = 0 then 'rejected' else 'approved' end as state,
       case when i % 21 = 0 then 2 else 1 end as submission,
       case when i % 167 = 5 then '司马玉' when h % 9 = 0
         then ($1::text[])[1 + h / 9 % cardinality($1::text[])] || '·' || ($1::text[])[1 + h / 72 % cardinality($1::text[])]
         else substr($2, 1 + h / 9 % length($2), 1) || substr($3, 1 + (h / 200 % length($3)), 1)
           || case when h % 4 = 0 then '' else substr($3, 1 + (h / 12000 % length($3)), 1) end end as name,
       app_now() - i * make_interval(secs => $5) as at
     from generate_series(1, $4::int) i, lateral (select hashint4(i) & 2147483647 as h) hashed`,
    [TIBETAN, SURNAMES, GIVEN, count, APART],
  );
  await run(
    `insert into accounts (id, role, name, id_number, id_number_index, birth_index, phone, phone_index, password_hash)
     select c.id, 'candidate', c.name, a.id_number, sha256(('i' || i)::bytea),
       case when i % 20000 = 3 then a.birth_index else sha256(('b' || i % 16000)::bytea) end, a.phone,
       sha256(('p' || i)::bytea), a.password_hash
     from crowd c, accounts a where a.id = $1`,
    [real.id],
  );
  await run(
    `insert into profiles (id, state, photo_state, confirmed, name, district, submission, submitted_at, answers)
     select id, state, 'passed', true, name, district, submission, at, $1 from crowd`,
    [randomBytes(ANSWERS)],
  );
  await run(
    `insert into profile_submissions (profile, no, answers, groups, district, pictures, photo_state, judgement, at)
     select id, no, $1, $2, district, '{}', 'passed',
       jsonb_build_object('passed', true, 'measures', jsonb_build_array(jsonb_build_object('id', 'x', 'verdict',
         case when i % 13 = 0 then 'warn' else 'pass' end))), at
     from crowd, generate_series(1, submission) no`,
    [randomBytes(ANSWERS), randomBytes(GROUPS)],
  );
  await run(
    `insert into admission_numbers (number, candidate, id_number_index, district, origin, at)
     select d.prefix || (10 + i / 200000 % 80) || 1 + i % 2 || lpad((i / 2 % 100000)::text, 5, '0'), c.id,
       sha256(('i' || i)::bytea), c.district, 'issued', c.at
     from crowd c join districts d on d.code = c.district where state = 'approved'
     on conflict do nothing`,
  );
  await run(
    `insert into enrolments (candidate, name, session, state, district, major, submission, submitted_at)
     select id, name, (select id from exam_sessions where current),
       case when i % 17 = 0 then 'pending' when i % 37 = 0 then 'rejected' else 'approved' end, district, '050101', submission, at
     from crowd where state = 'approved'`,
  );
  for (const [no, { key, window }] of Object.values(KINDS).entries())
    await run(
      `insert into applications (candidate, name, kind, "window", session, state, district, submission, submitted_at)
       select id, name, $1, $2, (select id from exam_sessions where current),
         (array['pending', 'province', 'rejected', 'approved', 'approved'])[1 + i / 25 % 5], district, submission, at
       from crowd where i % 25 = $3 and state = 'approved'`,
      [key, window, no + 1],
    );
  await run(
    `insert into decisions (queue, subject, no, officer, decision, seconds, district, stage, at)
     select 'profiles', c.id, 1, o.id, case when state = 'approved' then 'approve' else 'reject' end, 5 + i % 90,
       c.district, 'district', app_now() - i * interval '1 minute'
     from crowd c join accounts o on o.role = 'district' and o.district = c.district where state <> 'pending'`,
  );
  for (const definition of indexes) await run(definition);
  const known = await knownOne(run, real);
  await run('vacuum (analyze)');
  await database.end();
  return known;
}

type Run = (text: string, values?: unknown[]) => Promise<pg.QueryResult>;

/** Made again afterwards, all at once: much faster than row by row. */
async function dropIndexes(run: Run): Promise<string[]> {
  const { rows } = await run(
    `select indexname, indexdef from pg_indexes i
      where tablename in ('accounts', 'profiles', 'enrolments', 'applications', 'admission_numbers', 'decisions')
        and not exists (select from pg_constraint where conname = indexname)`,
  );
  for (const { indexname } of rows) await run(`drop index "${indexname}"`);
  return rows.map(({ indexdef }) => indexdef as string);
}

/** The real person, approved like the others. */
async function knownOne(
  run: Run,
  { id, ...real }: { id: string; idNumber: string; phone: string },
): Promise<Known> {
  await run(
    `insert into profiles (id, state, photo_state, confirmed, name, district, submission, submitted_at)
     values ($1, 'approved', 'passed', true, '廖三', '630100', 1, app_now())`,
    [id],
  );
  const { rows } = await run(
    `select number from admission_numbers where district = '630100' order by number offset 1000 limit 1`,
  );
  return { ...real, admissionNumber: rows[0].number as string, name: '廖三', birthDate: '1970-01-01' };
}
