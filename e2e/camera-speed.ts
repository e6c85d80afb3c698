import { beforeCamera } from './support/camera.ts';
import { register } from './support/candidate.ts';
import { darkPhoto } from './support/files.ts';
import { aPerson } from './support/person.ts';
import { startProduct } from './support/server.ts';
import { filledIn } from './support/standing.ts';

// What the live check costs a browser: milliseconds per frame in its worker, and tasks of the page that block it.
// `node e2e/camera-speed.ts` after a build. Times by the clock mean something on an idle machine only; processor times,
// from Chromium's trace, hardly depend on who else is at work.

const FRAMES = 60;

declare global {
  interface Window {
    looks: number[];
    tasks: number[];
  }
}

/** Runs in the page before anything else: notes how long the worker took for each picture, and every long task. */
function note() {
  window.looks = [];
  window.tasks = [];
  const since = new Map<unknown, number>();
  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const from = since.get(data?.id);
        if (from !== undefined) window.looks.push(performance.now() - from);
      });
    }
    override postMessage(message: { id?: number }, transfer?: unknown) {
      since.set(message.id, performance.now());
      super.postMessage(message, transfer as Transferable[]);
    }
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

const middle = (values: number[], at = 0.5) =>
  values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * at)] ?? 0;

/** Milliseconds of processor time of each task, on the page's main thread and in its workers. */
function processorTimes(trace: Buffer): { page: number[]; worker: number[] } {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const names = new Map(
    traceEvents
      .filter(({ name }) => name === 'thread_name')
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.name ?? '']),
  );
  const tasks = traceEvents.filter(({ name, tdur }) => name.endsWith('RunTask') && tdur !== undefined);
  const of = (thread: RegExp) =>
    tasks
      .filter(({ pid, tid }) => thread.test(names.get(`${pid} ${tid}`) ?? ''))
      .map(({ tdur }) => tdur! / 1000);
  return { page: of(/^CrRendererMain/), worker: of(/^DedicatedWorker/) };
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds of processor time. */
  tdur?: number;
  args?: { name?: string };
}

const product = await startProduct();
try {
  // In the dark: the camera never takes the picture, and so never stops.
  await beforeCamera(product, (await darkPhoto()).buffer, async (page) => {
    await register(page, product, aPerson());
    await filledIn(page, aPerson());
    await page.addInitScript(note);
    await page.goto('/profile/photo');
    await page.getByRole('button', { name: '用相机拍照' }).click();
    await page.getByText('光线太暗，请面向光源').waitFor({ timeout: 120_000 });
    await page.evaluate(() => {
      window.looks.length = 0;
      window.tasks.length = 0;
    });
    const browser = page.context().browser()!;
    await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
    await page.waitForFunction((frames) => window.looks.length >= frames, FRAMES, { timeout: 300_000 });
    const { looks, tasks } = await page.evaluate(() => ({ looks: window.looks, tasks: window.tasks }));
    const { page: onPage, worker } = processorTimes(await browser.stopTracing());
    const shown = (ms: number) => `${ms.toFixed(0)} ms`;
    console.log(
      `每帧：中位 ${shown(middle(looks))}，第 95 百分位 ${shown(middle(looks, 0.95))}（${looks.length} 帧）`,
    );
    console.log(
      `页面上超过 50 ms 的任务：${tasks.length} 个${tasks.length ? `，最长 ${shown(Math.max(...tasks))}` : ''}`,
    );
    console.log(`处理器时间：Worker 每帧 ${shown(worker.reduce((sum, ms) => sum + ms, 0) / looks.length)}`);
    const long = onPage.filter((ms) => ms > 50);
    console.log(
      `处理器时间：页面上最长的任务 ${shown(Math.max(0, ...onPage))}，超过 50 ms 的 ${long.length} 个（共 ${onPage.length} 个）`,
    );
  });
} finally {
  await product.stop();
}
