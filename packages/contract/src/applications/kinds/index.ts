import type { Kinds } from '../kind.ts';
import { change } from './change.ts';
import { exemption } from './exemption.ts';
import { recheck } from './recheck.ts';
import { transferIn } from './transfer-in.ts';
import { transferOut } from './transfer-out.ts';

/** Every kind of application, in the order of the menu. */
export const KINDS = { change, transferIn, transferOut, exemption, recheck } as const satisfies Kinds;
