import { workAtJobs } from '#platform/pool-worker';
import { readTable } from '#platform/sheets-read';
import { type Refused, SheetFault, type SheetJob, type Table } from '#platform/sheets-tasks';

// The entry of a worker process. What is wrong with a file is a result: it names rows and columns.
workAtJobs(
  (job: SheetJob): Promise<Table | Refused> =>
    readTable(job).catch((error: unknown) => {
      if (error instanceof SheetFault) return error.refused;
      throw error;
    }),
  () => ({ fault: 'sheet.unreadable' }),
);
