import { join } from 'node:path';
import type { Draw, Drawn, Paper, PdfFault, PdfJob } from '#platform/pdf-tasks';
import { openPool, type PoolFailure, type Reason } from '#platform/pool';
import { Problem } from '#platform/problem';

/**
 * Everything that opens PDF files of other people. Throws `document.*` for what is not a plain paper that can be read
 * without a password, and 'overloaded' when too many wait.
 */
export interface Papers {
  /** A copy that is safe to keep, and its number of pages, `maxPages` at most. */
  read(pdf: Buffer, maxPages: number): Promise<Paper>;
  /** A page of such a copy as JPEG. */
  draw(copy: Buffer, want: Draw): Promise<Drawn>;
  pids(): number[];
  close(): Promise<void>;
}

/** Worker processes for PDF files, started when first needed; one task may take 10 s and 700 MB. */
export function openPapers(options: { workers?: number; queue?: number; timeoutMs?: number } = {}): Papers {
  const pool = openPool<PdfJob, Paper | Drawn>({
    entry: join(import.meta.dirname, 'pdf-worker.ts'),
    workers: 1,
    queue: 64,
    timeoutMs: 10_000,
    maxRssMb: 700,
    ...options,
  });
  const run = (job: PdfJob) => pool.run(job).catch(refuse);
  return {
    async read(pdf, maxPages) {
      const paper = (await run({ bytes: pdf, task: { read: { maxPages } } })) as Paper;
      return { ...paper, copy: Buffer.from(paper.copy) };
    },
    async draw(copy, want) {
      const page = (await run({ bytes: copy, task: { draw: want } })) as Drawn;
      return { ...page, bytes: Buffer.from(page.bytes) };
    },
    pids: pool.pids,
    close: pool.close,
  };
}

const PROBLEMS: Record<Reason, (fault: PdfFault) => Problem> = {
  busy: () => new Problem('overloaded'),
  noStart: () => new Problem('unexpected'),
  late: () => new Problem('document.tooComplex'),
  overMemory: () => new Problem('document.tooComplex'),
  died: () => new Problem('document.tooComplex'),
  fault: (fault) => new Problem(fault),
};

function refuse({ why, fault }: PoolFailure): never {
  throw PROBLEMS[why](fault as PdfFault);
}
