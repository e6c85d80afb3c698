import { parseArgs } from 'node:util';
import { staffSignIn } from '@zikao/contract/identity';
import pg from 'pg';
import { must, send, type Call } from './client.ts';
import { APART, findCrowd } from './crowd.ts';
import { measure, type Figures } from './measure.ts';
import { explainAll, largeTables, readingsOf, wordsOf, type Reading } from './plans.ts';
import { startProduct } from './product.ts';
import { deskCalls, figureCalls, listCalls, type Office, searchCalls } from './review-calls.ts';

// The review workspace over many candidates: lists, counts, searches. README.md tells how to read it.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const PEOPLE = Number(positionals[0] ?? 1_000_000);
const COUNT = 60;
const TOGETHER = 4;
const LIMIT_MS = 50;
/** Seconds for one kind of request. */
const PATIENCE = 2;
const HEAD = '    p50     p95     p99  API处理器 数据库处理器 毫秒，字节，什么';
const PASSWORD = 'Zikao-demo-2027';
const USERS: Record<Office, string> = { 考区: 'xining', 省考办: 'province' };
/** A statement plans anew five times, then may keep one plan for all: that is the one officers get. */
const SETTLED = 6;

if (process.platform !== 'linux') throw new Error('只能在 Linux 上运行：处理器时间取自 /proc');
const product = await startProduct({ keep: values.keep });
try {
  const began = performance.now();
  const known = await findCrowd(product, PEOPLE);
  console.log(`${PEOPLE} 名考生，准备用了 ${((performance.now() - began) / 1000).toFixed(0)} 秒`);
  await forgetSearches();
  const calls = (await Promise.all((Object.keys(USERS) as Office[]).map(callsOf))).flat();
  if (calls.length === 0) throw new Error(`没有名称里有「${values.only}」的请求`);
  const figures = await measureAll(calls);
  const together = await measure(
    product,
    `${TOGETHER} 人同时`,
    { count: calls.length * 4, atOnce: TOGETHER },
    (no) => bytesOf(calls[no % calls.length]!.call),
  );
  console.log(lineOf(together));

  const slow = figures.filter(({ p95 }, i) => calls[i]!.judged && p95 >= LIMIT_MS).map(({ name }) => name);
  const read = await readFromEndToEnd(calls);
  if (slow.length) console.error(`\np95 不低于 ${LIMIT_MS} 毫秒：${slow.join('、')}`);
  if (read.length) console.error(`\n没有用索引：${read.join('、')}`);
  process.exitCode = slow.length + read.length ? 1 : 0;

  async function callsOf(office: Office): Promise<{ name: string; call: Call; judged: boolean }[]> {
    const { cookie } = await must(product.port, staffSignIn, {
      body: { username: USERS[office], password: PASSWORD },
    });
    const statistics = figureCalls(office);
    const all = {
      ...statistics,
      // Nine tenths of the way from the oldest to the newest.
      ...listCalls(office, new Date(began - 0.1 * PEOPLE * APART * 1000 + performance.timeOrigin)),
      ...searchCalls(known),
      ...(office === '考区' && deskCalls(known)),
    };
    return Object.entries(all)
      .map(([name, call]) => ({
        name: `${office} ${name}`,
        call: { ...call, cookie: cookie! },
        // Statistics look at all that was decided: they are measured, not judged.
        judged: !(name in statistics),
      }))
      .filter(({ name }) => name.includes(values.only));
  }
} finally {
  await product.stop();
}

async function measureAll(calls: readonly { name: string; call: Call }[]): Promise<Figures[]> {
  const figures: Figures[] = [];
  // Compiled and read into memory before anything counts.
  for (const { call } of calls) await bytesOf(call);
  console.log(HEAD);
  for (const { name, call } of calls) {
    const load = { count: COUNT, atOnce: 1, warm: SETTLED + 2, seconds: PATIENCE };
    figures.push(await measure(product, name, load, () => bytesOf(call)));
    console.log(lineOf(figures.at(-1)!));
  }
  return figures;
}

/** Prints what every call reads; gives back those that read a table that grows from its beginning to its end. */
async function readFromEndToEnd(calls: readonly { name: string; call: Call }[]): Promise<string[]> {
  const large = await largeTables(product, PEOPLE / 50);
  const whole = ({ how, table, rows }: Reading) =>
    large.has(table ?? '') && (how.includes('Seq Scan') || rows >= large.get(table!)! / 2);
  await explainAll(product, true);
  try {
    await checkThatItFinds(whole);
    const found: string[] = [];
    for (const { name, call } of calls) {
      for (let again = 0; again < SETTLED; again++) await bytesOf(call).catch(() => 0); // the pool finds its connections gone
      const readings = await readingsOf(product, () => bytesOf(call));
      console.log(`\n== ${name}`);
      for (const statement of readings.filter((some) => some.some(({ table }) => large.has(table ?? ''))))
        console.log(statement.map(wordsOf).join('\n'));
      found.push(
        ...readings
          .flat()
          .filter(whole)
          .map((one) => `${name}：${wordsOf(one)}`),
      );
    }
    return found;
  } finally {
    await explainAll(product, false);
  }
}

/** The check must see what it is for. */
async function checkThatItFinds(whole: (reading: Reading) => boolean): Promise<void> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  const readings = await readingsOf(product, () =>
    client.query(`select from profiles where remark = '没有'`),
  );
  await client.end();
  if (!readings.flat().some(whole)) throw new Error('从头读一张表没有被发现');
}

/** An officer searches so many times a day only; earlier runs count. */
async function forgetSearches(): Promise<void> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  await client.query(`delete from limits where key like 'desk searches %'`);
  await client.end();
}

async function bytesOf(call: Call): Promise<number> {
  const { status, bytes, text } = await send(product.port, call);
  if (status >= 300) throw new Error(`${call.path}: ${status} ${text}`);
  return bytes;
}

/** Numbers first: names of Chinese characters fit no column. */
function lineOf({ p50, p95, p99, cpuApi, cpuDatabase, bytes, name }: Figures): string {
  const numbers = [p50, p95, p99, cpuApi, cpuDatabase].map((value) => value.toFixed(1).padStart(7));
  return `${numbers.join(' ')} ${bytes.toFixed(0).padStart(7)}  ${name}`;
}
