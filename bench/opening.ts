import { getEnrolmentOptions, submitEnrolment } from '@zikao/contract/enrolments';
import { getSite } from '@zikao/contract/exams';
import { signIn } from '@zikao/contract/identity';
import { address, send, type Call } from './client.ts';
import { measure, memoryOf, type Figures } from './measure.ts';
import { MAJOR, PASSWORD, prepare } from './people.ts';
import { startProduct } from './product.ts';

// The opening minute: everybody opens the page, signs in, looks at what there is, submits. README.md tells how to read it.
const PEOPLE = 200;

if (process.platform !== 'linux') throw new Error('只能在 Linux 上运行：处理器时间取自 /proc');
const product = await startProduct();
try {
  console.log(`准备 ${PEOPLE} 名考生……`);
  const people = await prepare(product, PEOPLE);
  const person = (no: number) => people[no % people.length]!;
  const call = async (request: Call) => {
    const { status, bytes, text } = await send(product.port, request);
    if (status >= 300) throw new Error(`${request.path}: ${status} ${text}`);
    return { bytes, text };
  };
  const bytesOf = async (request: Call) => (await call(request)).bytes;
  const query = { major: MAJOR };
  const index = await call({ path: '/' });
  const files = [...index.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);

  show([
    await measure(product, '/healthz', { count: 3_000, atOnce: 16, warm: 500 }, () =>
      bytesOf({ path: '/healthz' }),
    ),
    await measure(product, '登录页（全部文件）', { count: 300, atOnce: 4, warm: 30 }, async () => {
      const sizes = await Promise.all(['/', ...files].map((path) => bytesOf({ path })));
      return sizes.reduce((sum, size) => sum + size, 0);
    }),
    await measure(product, 'GET /site', { count: 2_000, atOnce: 16, warm: 200 }, () =>
      bytesOf(address(getSite)),
    ),
    await measure(product, '登录（argon2）', { count: 100, atOnce: 4, warm: 8 }, (no) =>
      bytesOf({ ...address(signIn), body: { account: person(no).phone, password: PASSWORD } }),
    ),
    await measure(product, 'GET /enrolment/options', { count: 600, atOnce: 16, warm: 60 }, (no) =>
      bytesOf({ ...address(getEnrolmentOptions, {}, query), cookie: person(no).cookie }),
    ),
    await measure(product, 'POST 提交报考', { count: PEOPLE, atOnce: 16 }, (no) => {
      const { cookie, version } = person(no);
      const headers = { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() };
      return bytesOf({ ...address(submitEnrolment), cookie, headers });
    }),
  ]);
  console.log(`\nAPI 进程内存 ${memoryOf(product.pids.api).toFixed(0)} MB`);
} finally {
  await product.stop();
}

/** One line per endpoint; the last column compares across machines. */
function show(all: Figures[]): void {
  const cost = ({ cpuApi, cpuDatabase }: Figures) => cpuApi + cpuDatabase;
  console.table(
    Object.fromEntries(
      all.map((one) => [
        one.name,
        {
          '次/秒': Math.round(one.perSecond),
          'p50 毫秒': Number(one.p50.toFixed(1)),
          'p99 毫秒': Number(one.p99.toFixed(1)),
          'API 处理器毫秒': Number(one.cpuApi.toFixed(2)),
          数据库处理器毫秒: Number(one.cpuDatabase.toFixed(2)),
          字节: Math.round(one.bytes),
          '相当于 healthz 的倍数': Number((cost(one) / cost(all[0]!)).toFixed(1)),
        },
      ]),
    ),
  );
}
