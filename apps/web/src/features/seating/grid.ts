/** Where a seat stands in the picture, both from 1: down the first column, up the second. */
export function placeOf(seat: number, rows: number): { row: number; column: number } {
  const column = Math.floor((seat - 1) / rows);
  const along = (seat - 1) % rows;
  return { column: column + 1, row: column % 2 === 0 ? along + 1 : rows - along };
}

/** The seat at a place; undefined: outside, or not in use. */
export function seatAt(row: number, column: number, rows: number, capacity: number): number | undefined {
  if (row < 1 || row > rows || column < 1) return undefined;
  const seat = (column - 1) * rows + (column % 2 === 1 ? row : rows - row + 1);
  return seat <= capacity ? seat : undefined;
}

const STEPS: Record<string, [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Which seat an arrow key leads to; undefined: no arrow, or nothing there. */
export function seatBeside(
  seat: number,
  key: string,
  { rows, capacity }: { rows: number; capacity: number },
): number | undefined {
  const step = STEPS[key];
  if (!step) return undefined;
  const { row, column } = placeOf(seat, rows);
  return seatAt(row + step[0], column + step[1], rows, capacity);
}

/** A course's letter, by which it is told apart without colour. */
export const letterOf = (at: number): string => {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letter}${Math.floor(at / 26)}`;
};
