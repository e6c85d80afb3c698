import { fileURLToPath } from 'node:url';
import { buildApp, LISTENERS } from '#app';
import { ConfigError, readConfig } from '#config';
import { runSealer } from '#modules/audit';
import { runSweeper } from '#modules/documents';
import { runReminders } from '#modules/notifications';
import { runPublisher } from '#modules/scores';
import { runOutbox } from '#platform/outbox';
import { seedOnce } from '#seed/seed';
import { announce } from './announce.ts';
import { openServices } from './start.ts';
import { startWorking } from './working.ts';

const SITE = fileURLToPath(new URL('../../web/dist', import.meta.url));
const GRACE_MS = 10_000;

try {
  const config = readConfig();
  const services = await openServices(config);
  const seeded = await seedOnce(services);
  const wake = () => [outbox, working, publisher].forEach((one) => one.wake());
  const app = await buildApp({ ...services, wake }, { site: SITE });
  const outbox = runOutbox(services, LISTENERS, app.log);
  const working = await startWorking({ ...services, wake: () => outbox.wake() }, services.verifying, app.log);
  const sealer = runSealer(services, app.log);
  const sweeper = runSweeper(services, app.log);
  const reminders = runReminders(services, app.log);
  const publisher = runPublisher({ ...services, wake: () => outbox.wake() }, app.log);

  // Refuse new work, finish what runs, then let go of everything; 10 s end it at once. A terminal and npm may both
  // pass a signal on, so a second one changes nothing.
  let stopping = false;
  const stop = async (code = 0) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    await app.close();
    await working.stop();
    await Promise.all([outbox, sealer, sweeper, reminders, publisher].map((one) => one.stop()));
    await services.close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  void services.databaseGone.then(() => {
    if (stopping) return;
    console.error('内置数据库意外停止，平台随之停止。已确认提交的内容都已保存，请重新启动。');
    return stop(1);
  });

  const address = await app.listen({ port: config.PORT, host: config.HOST });
  announce(config, address, seeded, services.sms);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
