import { generatePath, type To } from 'react-router';
import type { Queue } from '@zikao/contract/review';
import { paths } from '#paths';
import type { StateFilter } from './use-queue.ts';

/** The list of a queue, narrowed as its own filter would be. */
export function listOf(queue: Queue, state: StateFilter, district?: string): To {
  const narrowed = { ...(state !== 'pending' && { state }), ...(district && { district }) };
  return { pathname: generatePath(paths.queue, { queue }), search: `${new URLSearchParams(narrowed)}` };
}

export const rejectedIn = (queue: Queue, district?: string): To => listOf(queue, 'rejected', district);
