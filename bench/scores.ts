import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { staffSignIn } from '@zikao/contract/identity';
import { USUAL_SPELLINGS } from '@zikao/contract/score-imports';
import * as office from '@zikao/contract/score-office';
import { must } from './client.ts';
import { startProduct, type Product } from './product.ts';

// One session's scores from the file to everybody's messages. README.md tells how to read it.
const PEOPLE = Number(process.argv[2] ?? 100_000);
const COURSES = 3;
const SESSION = 'B2027-04';
const PASSWORD = 'Zikao-demo-2027';

if (process.platform !== 'linux') throw new Error('只能在 Linux 上运行：内存取自 /proc');

const product = await startProduct();
const database = new pg.Pool({ connectionString: product.databaseUrl, max: 2 });
try {
  const lines = await prepare(database);
  const [first, second] = [await signIn(product, 'province'), await signIn(product, 'province2')];
  const { port } = product;
  const rows: [string, number][] = [];
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    rows.push([name, (performance.now() - begun) / 1000]);
    return result;
  };
  const batch = await timed('上传并读完文件', () => upload(product, first, lines));
  const params = { batch };
  const mapping = { number: 0, course: 1, value: 2, marks: USUAL_SPELLINGS };
  await timed('检查（读入、与报考核对）', async () => {
    await must(port, office.checkScoreBatch, { cookie: first, params, body: { mapping } });
    await until(async () => {
      const { answer } = await must(port, office.getScoreBatch, { cookie: first, params });
      return answer.state !== 'checking' && answer.result?.good === lines.length;
    });
  });
  await timed('采用', () => must(port, office.acceptScoreBatch, { cookie: first, params, body: {} }));
  const session = { session: SESSION };
  await timed('统计', () => must(port, office.getScoreStatistics, { cookie: first, params: session }));
  const { answer } = await timed('提出公布', () =>
    must(port, office.proposeRelease, { cookie: first, params: session, body: {} }),
  );
  const release = { release: answer.id };
  await must(port, office.confirmRelease, { cookie: second, params: release });
  await timed('公布（一个事务）', () =>
    until(async () => (await count(database, 'score_publications')) === 1),
  );
  await timed('站内消息全部写好', () => until(async () => (await count(database, 'messages')) === PEOPLE));
  console.log(`${lines.length} 条成绩，${PEOPLE} 名考生，文件 ${megabytes(lines.join('\n').length)} MB`);
  for (const [name, seconds] of rows)
    console.log(
      `${name}\t${seconds.toFixed(1)} 秒\t每万条 ${((seconds / lines.length) * 1e4).toFixed(2)} 秒`,
    );
  console.log(`API 进程内存峰值 ${peak(product.pids.api)} MB`);
} finally {
  await database.end();
  await product.stop();
}

async function signIn({ port }: Product, username: string): Promise<string> {
  return (await must(port, staffSignIn, { body: { username, password: PASSWORD } })).cookie!;
}

/** Everybody enrolled in three courses of one session; the lines of the file that brings their scores. */
async function prepare(on: pg.Pool): Promise<string[]> {
  await on.query(
    `insert into exam_sessions (id, name, year, month) values ($1, '2027 年 4 月（基准）', 2027, 4)`,
    [SESSION],
  );
  await on.query('alter table enrolment_submissions disable trigger user');
  await on.query(
    `with people as (
       insert into accounts (role, name, id_number_index, phone_index, password_hash)
       select 'candidate', '廖三', sha256(('i' || n)::bytea), sha256(('p' || n)::bytea), 'x'
       from generate_series(1, $1) n returning id, id_number_index),
     numbered as (select id, id_number_index, row_number() over () as n from people),
     numbers as (
       insert into admission_numbers (number, candidate, id_number_index, district, origin)
       select '990127' || lpad(n::text, 6, '0'), id, id_number_index, '630100', 'issued' from numbered),
     enrolled as (
       insert into enrolments (candidate, session, state, district, submission)
       select id, $2, 'approved', '630100', 1 from numbered returning id)
     insert into sittings (enrolment, slot, course)
     select e.id, c.n::text, c.code from enrolled e,
       (select code, row_number() over (order by code) as n from courses where not practice limit $3) c`,
    [PEOPLE, SESSION, COURSES],
  );
  await on.query('analyze');
  const { rows } = await on.query<{ line: string }>(
    `select n.number || ',' || s.course || ',' || (hashtext(n.number || s.course) & 63) + 37 as line
     from admission_numbers n join enrolments e on e.candidate = n.candidate join sittings s on s.enrolment = e.id
     where e.session = $1`,
    [SESSION],
  );
  return rows.map(({ line }) => line);
}

async function upload({ port }: Product, cookie: string, lines: readonly string[]): Promise<string> {
  const address = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${address}/api/v1/score-sessions/${SESSION}/batches?name=cj.csv`, {
    method: 'POST',
    headers: { cookie, origin: address, 'content-type': 'application/octet-stream' },
    body: ['准考证号,课程代码,成绩', ...lines].join('\r\n'),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return ((await answer.json()) as { id: string }).id;
}

async function count(on: pg.Pool, table: string): Promise<number> {
  return (await on.query(`select count(*)::int as n from ${table}`)).rows[0].n;
}

async function until(yes: () => Promise<boolean>): Promise<void> {
  while (!(await yes())) await sleep(100);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

/** The most memory a process ever held, in MB. */
function peak(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024);
}
