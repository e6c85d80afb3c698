import { randomInt } from 'node:crypto';
import type { StaffRow } from '#modules/identity';
import type { Signed } from '#platform/context';
import { staffView } from './view.ts';

/** Without what is taken for something else when it is read out: no 0, O, 1, l, I. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';

const some = (from: string, count: number) =>
  Array.from({ length: count }, () => from[randomInt(from.length)]).join('');

/** Three groups that can be read out, some 48 bits; five wrong tries lock the account for a while, and it soon runs out. */
export const temporaryPassword = (): string =>
  `${some(CAPITALS, 1)}${some(LETTERS, 3)}-${some(DIGITS, 4)}-${some(LETTERS, 4)}`;

/** What the province hands over to its owner. */
export async function given(ctx: Signed, row: StaffRow, password: string) {
  return { staff: await staffView(ctx, row), password, until: row.temporaryUntil!.toISOString() };
}
