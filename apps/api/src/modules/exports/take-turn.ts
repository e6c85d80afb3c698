import type { Readable } from 'node:stream';
import { Problem } from '#platform/problem';

/** Each file holds a connection and the processor for as long as somebody downloads. */
const AT_ONCE = 2;
let running = 0;

/** Makes a file if there is room for one more; until whoever takes it has it all or leaves, it counts. */
export function takeTurn(make: () => Readable): Readable {
  if (running >= AT_ONCE) throw new Problem('export.busy', { retryAfter: 30 });
  running += 1;
  return make().once('close', () => void (running -= 1));
}
