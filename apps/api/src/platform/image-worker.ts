import { Fault, measure, normalise } from '#platform/images-decode';
import type { Job, Measured, Picture } from '#platform/images-tasks';
import { workAtJobs } from '#platform/pool-worker';

// The entry of a worker process.
workAtJobs(
  ({ bytes, task }: Job): Promise<Picture | Measured> => {
    const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return 'normalise' in task ? normalise(input, task.normalise) : measure(input, task.measure);
  },
  (error) => ({ fault: error instanceof Fault ? error.code : 'picture.unreadable' }),
);
