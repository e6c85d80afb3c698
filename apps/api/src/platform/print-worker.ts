import { workAtJobs } from '#platform/pool-worker';
import type { Printed, PrintJob } from '#platform/print-tasks';
import { print } from '#platform/print-typst';

// The entry of a worker process. Templates are ours: a fault is our own, and says which line.
workAtJobs(
  async (job: PrintJob): Promise<Printed> => print(job),
  (error) => ({ fault: String((error as Error).message).slice(0, 2000) }),
);
