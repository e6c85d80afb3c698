import { expect, test } from 'vitest';
import { letterOf, placeOf, seatAt, seatBeside } from './grid.ts';

test('seats go down the first column and up the second', () => {
  const grid = Array.from({ length: 3 }, (_, row) => [1, 2].map((column) => seatAt(row + 1, column, 3, 6)));
  expect(grid).toEqual([
    [1, 6],
    [2, 5],
    [3, 4],
  ]);
  for (let seat = 1; seat <= 30; seat++) {
    const { row, column } = placeOf(seat, 5);
    expect(seatAt(row, column, 5, 30)).toBe(seat);
  }
});

test('arrow keys lead to the seat beside, and nowhere past the walls or the last seat', () => {
  const room = { rows: 3, capacity: 5 };
  expect(seatBeside(1, 'ArrowDown', room)).toBe(2);
  expect(seatBeside(3, 'ArrowRight', room)).toBe(4);
  expect(seatBeside(2, 'ArrowRight', room)).toBe(5);
  expect(seatBeside(1, 'ArrowRight', room)).toBeUndefined();
  expect(seatBeside(1, 'ArrowUp', room)).toBeUndefined();
  expect(seatBeside(1, 'Enter', room)).toBeUndefined();
});

test('every course has a letter of its own', () => {
  expect([0, 25, 26].map(letterOf)).toEqual(['A', 'Z', 'A1']);
});
