import { expect, it } from 'vitest';
import { gridOf } from './seat-grid.ts';

it('goes down the first column and up the second, with gaps where nobody sits', () => {
  const seats = new Map([1, 2, 3, 4, 6].map((seat) => [seat, seat]));
  expect(gridOf({ rows: 3, columns: 2 }, seats)).toEqual([1, 6, 2, null, 3, 4]);
});
