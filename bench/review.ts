import { staffSignIn } from '@zikao/contract/identity';
import { getCounts, listCases } from '@zikao/contract/review';
import { getStatistics } from '@zikao/contract/review-statistics';
import { address, must, send, type Call } from './client.ts';
import { seedCrowd } from './crowd.ts';
import { measure, type Figures } from './measure.ts';
import { explainAll, plansOf } from './plans.ts';
import { startProduct } from './product.ts';

// The review workspace over many candidates: lists, counts, searches. README.md tells how to read it.
const PEOPLE = Number(process.argv[2] ?? 1_000_000);
const LIMIT_MS = 50;
const PASSWORD = 'Zikao-demo-2027';
/** Tables that grow with the candidates: never read from end to end. */
const LARGE = ['accounts', 'profiles', 'profile_submissions', 'admission_numbers', 'enrolments', 'decisions'];

if (process.platform !== 'linux') throw new Error('只能在 Linux 上运行：处理器时间取自 /proc');
const product = await startProduct();
try {
  const began = performance.now();
  const known = await seedCrowd(product, PEOPLE);
  console.log(`${PEOPLE} 名考生，写入用了 ${((performance.now() - began) / 1000).toFixed(0)} 秒`);
  const cookies = { 考区: await signIn('xining'), 省考办: await signIn('province') };

  const calls = Object.entries(cookies).flatMap(([office, cookie]) =>
    Object.entries(requests(known.idNumber, known.admissionNumber)).map(([name, request]) => ({
      name: `${office} ${name}`,
      request: { ...request, cookie },
    })),
  );
  const figures: Figures[] = [];
  for (const { name, request } of calls) {
    const run = () => bytesOf(request);
    figures.push(await measure(product, name, { count: 100, atOnce: 1, warm: 40 }, run));
  }
  show(figures);

  await explainAll(product);
  const slow = figures.filter(({ p95 }) => p95 >= LIMIT_MS).map(({ name }) => name);
  const read = new Set<string>();
  for (const { name, request } of calls) {
    await bytesOf(request).catch(() => 0); // the pool finds out that its connections are gone
    const plans = await plansOf(product, () => bytesOf(request));
    console.log(`\n== ${name}`);
    for (const { text, tables } of plans)
      if (tables.some((table) => LARGE.includes(table) || table.includes('queue'))) console.log(text);
    for (const [, table] of plans.flatMap(({ text }) => [...text.matchAll(/Seq Scan on (\w+)/g)]))
      if (LARGE.includes(table!)) read.add(`${name}：${table}`);
  }
  if (slow.length) console.error(`\np95 不低于 ${LIMIT_MS} 毫秒：${slow.join('、')}`);
  if (read.size) console.error(`\n没有用索引：${[...read].join('、')}`);
  process.exitCode = slow.length + read.size ? 1 : 0;
} finally {
  await product.stop();
}

async function signIn(username: string): Promise<string> {
  const { cookie } = await must(product.port, staffSignIn, { body: { username, password: PASSWORD } });
  return cookie!;
}

async function bytesOf(request: Call): Promise<number> {
  const { status, bytes, text } = await send(product.port, request);
  if (status >= 300) throw new Error(`${request.path}: ${status} ${text}`);
  return bytes;
}

function requests(idNumber: string, admissionNumber: string): Record<string, Call> {
  const list = (query: Record<string, string> = {}, queue = 'profiles') =>
    address(listCases, { queue }, query);
  const find = (search: string, queue = 'profiles') => list({ search, state: 'all' }, queue);
  return {
    数量: address(getCounts),
    '统计 今天': address(getStatistics),
    '统计 90 天': address(getStatistics, {}, { from: daysAgo(90), district: '630100' }),
    '基本信息 待审': list(),
    '基本信息 已通过': list({ state: 'approved' }),
    '基本信息 全部 100 件': list({ state: 'all', limit: '100' }),
    '基本信息 重新提交': list({ turn: 'again' }),
    '基本信息 核验有提醒': list({ checks: 'flagged' }),
    '报考信息 待审': list({}, 'enrolments'),
    '报考信息 全部': list({ state: 'all' }, 'enrolments'),
    '查找 身份证号': find(idNumber),
    '查找 准考证号': find(admissionNumber),
    '查找 准考证号前 9 位': find(admissionNumber.slice(0, 9), 'enrolments'),
    '查找 姓名': find('王伟强'),
    '查找 姓名的一部分': find('卓玛', 'enrolments'),
    '查找 一个字': find('王'),
    '查找 常见的字、待审': list({ search: '军' }, 'enrolments'),
    '查找 没有的姓名': find('欧阳不在'),
  };
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

function show(all: Figures[]): void {
  console.table(
    Object.fromEntries(
      all.map((one) => [
        one.name,
        {
          'p50 毫秒': Number(one.p50.toFixed(1)),
          'p95 毫秒': Number(one.p95.toFixed(1)),
          'API 处理器毫秒': Number(one.cpuApi.toFixed(2)),
          数据库处理器毫秒: Number(one.cpuDatabase.toFixed(2)),
          字节: Math.round(one.bytes),
        },
      ]),
    ),
  );
}
