import type { Kinds } from '../kind.ts';
import { change } from './change.ts';

/** Every kind of application, in the order of the menu. */
export const KINDS = { change } as const satisfies Kinds;
