/**
 * A room as it is seen from the back with the platform in front, row by row: seats count down the first column and up the
 * second. Null: nobody sits there, or there is no seat.
 */
export function gridOf<T>(
  { rows, columns }: { rows: number; columns: number },
  bySeat: ReadonlyMap<number, T>,
): (T | null)[] {
  return Array.from({ length: rows * columns }, (_, place) => {
    const row = Math.floor(place / columns);
    const column = place % columns;
    const down = column % 2 === 0 ? row : rows - 1 - row;
    return bySeat.get(column * rows + down + 1) ?? null;
  });
}
