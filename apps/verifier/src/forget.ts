import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects what a job left behind: pictures and descriptors do not stay in memory, and memory does not pile up. */
export const forget = runInNewContext('gc') as () => void;
