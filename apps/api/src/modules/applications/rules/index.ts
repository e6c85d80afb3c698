import { change } from './change.ts';
import { exemption } from './exemption.ts';
import { recheck } from './recheck.ts';
import type { Handled } from './rule.ts';
import { transferIn } from './transfer-in.ts';
import { transferOut } from './transfer-out.ts';

/** Every kind with its rules and its effect: what the app is handed. */
export const HANDLED: Readonly<Record<string, Handled>> = {
  change,
  transferIn,
  transferOut,
  exemption,
  recheck,
};
