import { Fault, measure, normalise } from '#platform/images-decode';
import type { Job, Measured, Picture, PictureFault } from '#platform/images-tasks';
import type { Answer as Said } from '#platform/pool';

type Answer = Said<Picture | Measured> | { fault: PictureFault };

// The entry of a worker process. One job at a time; the parent ends it when it takes too long.
const maxRss = Number(process.argv[2]) * 1024 * 1024;

// libvips works beside this loop, so the loop can watch. Killed, not exited: an exit waits for libvips.
setInterval(() => {
  if (process.memoryUsage.rss() <= maxRss) return;
  const end = () => process.kill(process.pid, 'SIGKILL');
  process.send?.({ overMemory: true } satisfies Answer, end);
}, 50).unref();

// Ctrl-C reaches the whole group; the parent decides when its workers stop.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

process.on('message', async ({ bytes, task }: Job) => {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let answer: Answer;
  try {
    answer = {
      result: await ('normalise' in task ? normalise(input, task.normalise) : measure(input, task.measure)),
    };
  } catch (error) {
    answer = { fault: error instanceof Fault ? error.code : 'picture.unreadable' };
  }
  process.send!(answer);
});

process.send!({ ready: true } satisfies Answer);
