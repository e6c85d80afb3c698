import type { ExportName } from '@zikao/contract/exports';
import { applications } from './applications.ts';
import { candidates } from './candidates.ts';
import { enrolments } from './enrolments.ts';
import type { List } from './list.ts';
import { record } from './record.ts';
import { scores } from './scores.ts';
import { seats } from './seats.ts';

/** One line per list; the contract names them. */
export const LISTS: Record<ExportName, List<Record<string, unknown>>> = {
  candidates,
  enrolments,
  seats,
  scores,
  applications,
  record,
};
