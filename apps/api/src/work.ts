import { pino } from 'pino';
import { ConfigError, readConfig } from '#config';
import { openServices } from './start.ts';
import { startWorking } from './working.ts';

// The same work as in main.ts, without serving anybody: one more machine that verifies photos.
const GRACE_MS = 10_000;

try {
  const config = readConfig();
  if (!config.DATABASE_URL)
    throw new ConfigError('DATABASE_URL：单独运行的验证进程要与平台用同一个数据库，必填');
  if (config.VERIFIERS === 0) throw new ConfigError('VERIFIERS：单独运行的验证进程至少为 1');
  const services = await openServices(config);
  const log = pino({ level: config.LOG });
  const working = await startWorking(services, services.verifying, log);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    await working.stop();
    await services.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
