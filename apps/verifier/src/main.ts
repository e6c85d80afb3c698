import type { EngineAnswer, EngineJob } from '@zikao/contract/verification';
import { openEngine } from './engine.ts';
import { Fault, type FaultCode } from './fault.ts';
import { forget } from './forget.ts';
import { openPhotosOnly } from './harden.ts';

// The program of one engine: one job at a time, as messages. It has no network, no database, no keys, and forgets.
type Message = { ready: true } | { result: EngineAnswer } | { fault: FaultCode } | { overMemory: true };

const say = (message: Message, then = () => {}) => process.send!(message, then);
const maxRss = Number(process.argv[2] ?? 1200) * 1024 * 1024;

// Killed, not exited: an exit would wait for native code that is still at work.
const end = () => process.kill(process.pid, 'SIGKILL');
setInterval(() => {
  if (process.memoryUsage.rss() > maxRss) say({ overMemory: true }, end);
}, 50).unref();

// Ctrl-C reaches the whole group; the parent decides when its engines stop.
process.on('SIGINT', () => {});
process.on('disconnect', end);

openPhotosOnly();
const engine = await openEngine();

process.on('message', async (job: EngineJob) => {
  try {
    say({ result: await engine.run(job) });
  } catch (error) {
    if (error instanceof Fault) say({ fault: error.code });
    else fail(error);
  }
  forget();
});

say({ ready: true });

// Nobody's picture is to blame: this process is replaced and the job tried again. Texts may hold what was read: unsaid.
function fail(error: unknown): never {
  const where = error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim()}` : 'failed';
  process.stderr.write(`verifier: ${where}\n`);
  process.exit(1);
}
