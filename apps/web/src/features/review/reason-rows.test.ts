import { expect, it } from 'vitest';
import { editedOf, moved, rowsOf } from './reason-rows.ts';

const rows = rowsOf(
  ['a', 'b', 'c'].map((code) => ({ code, field: 'address', label: code, text: code, uses: 1 })),
);
const order = (list: typeof rows) => list.map(({ label }) => label).join('');

it('a reason moves by a place, and not beyond the ends', () => {
  expect(order(moved(rows, 0, 1))).toBe('bac');
  expect(order(moved(rows, 2, -1))).toBe('acb');
  expect([order(moved(rows, 0, -1)), order(moved(rows, 2, 1)), order(moved(rows, 9, 1))]).toEqual([
    'abc',
    'abc',
    'abc',
  ]);
});

it('is sent without what the page alone knows; a new one without a code', () => {
  expect(editedOf(rows[0]!)).toEqual({ code: 'a', field: 'address', label: 'a', text: 'a' });
  expect(editedOf({ key: 'k', field: '', label: '', text: '', uses: 0 })).not.toHaveProperty('code');
});
