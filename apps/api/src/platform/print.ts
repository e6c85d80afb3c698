import { join } from 'node:path';
import { openPool, type PoolFailure } from '#platform/pool';
import type { Printed, PrintJob } from '#platform/print-tasks';
import { Problem } from '#platform/problem';

export type { Printed } from '#platform/print-tasks';
export type Paper = Omit<PrintJob, 'pictures'> & Partial<Pick<PrintJob, 'pictures'>>;

/**
 * Puts data on paper by a template of `templates/`. Throws 'overloaded' when too many wait. A character that no font
 * has is printed as 〓 and named in `missing`, so that a rare name never keeps anybody from their paper.
 */
export interface Printer {
  print(paper: Paper): Promise<Printed>;
  pids(): number[];
  close(): Promise<void>;
}

/** Worker processes for typesetting, started when first needed; one paper may take 30 s and 900 MB. */
export function openPrinter(options: { workers?: number; queue?: number; timeoutMs?: number } = {}): Printer {
  const pool = openPool<PrintJob, Printed>({
    entry: join(import.meta.dirname, 'print-worker.ts'),
    workers: 1,
    queue: 200,
    timeoutMs: 30_000,
    maxRssMb: 900,
    patient: true,
    ...options,
  });
  return {
    async print(paper) {
      const done = await pool.run({ pictures: {}, ...paper }).catch(refuse);
      return { ...done, pdf: Buffer.from(done.pdf) };
    },
    pids: pool.pids,
    close: pool.close,
  };
}

/** People wait when it is crowded; anything else is ours to mend, and is logged with its reason. */
function refuse(failure: PoolFailure): never {
  if (failure.why === 'busy') throw new Problem('overloaded', { retryAfter: 3 });
  throw failure;
}
