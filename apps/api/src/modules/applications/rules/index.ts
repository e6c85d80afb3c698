import { change } from './change.ts';
import type { Handled } from './rule.ts';

/** Every kind with its rules and its effect: what the app is handed. */
export const HANDLED: Readonly<Record<string, Handled>> = { change };
