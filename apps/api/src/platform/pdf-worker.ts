import { draw, Fault, read } from '#platform/pdf-read';
import type { Drawn, Paper, PdfJob } from '#platform/pdf-tasks';
import { workAtJobs } from '#platform/pool-worker';

// The entry of a worker process. What PDFium could not finish leaves it unusable: the next job gets another worker.
workAtJobs(
  ({ bytes, task }: PdfJob): Promise<Paper | Drawn> =>
    'read' in task ? read(bytes, task.read) : draw(bytes, task.draw),
  (error) => (error instanceof Fault ? { fault: error.code } : { fault: 'document.tooComplex', over: true }),
);
