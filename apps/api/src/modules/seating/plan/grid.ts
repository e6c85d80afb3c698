/** Seats are counted from 0 here. Left, right, before and behind in a room of that many rows, snake order. */
export function neighboursOf(seat: number, rows: number, capacity: number): number[] {
  const column = Math.floor(seat / rows);
  const down = seat % rows;
  const found = [];
  if (down > 0) found.push(seat - 1);
  if (down < rows - 1) found.push(seat + 1);
  // The same row of the next column lies as far behind the turn as this seat lies before it.
  const right = (column + 1) * rows + (rows - 1 - down);
  const left = (column - 1) * rows + (rows - 1 - down);
  if (column > 0) found.push(left);
  found.push(right);
  return found.filter((other) => other < capacity);
}

/** No course at this seat. */
export const EMPTY = -1;

/** Two neighbours sit the same course. `courses`: by seat. */
export function sideBySide(courses: ArrayLike<number>, rows: number): boolean {
  for (let seat = 0; seat < courses.length; seat++)
    if (courses[seat] !== EMPTY && meetsItself(courses, rows, seat, courses[seat]!)) return true;
  return false;
}

/** Whether that course at that seat would have itself for a neighbour. */
export const meetsItself = (courses: ArrayLike<number>, rows: number, seat: number, course: number) =>
  neighboursOf(seat, rows, courses.length).some((other) => courses[other] === course);

/** How many pairs of neighbours sit the same course; an empty seat has none. */
export function sameSideBySide(courses: readonly (string | undefined)[], rows: number): number {
  let pairs = 0;
  for (const [seat, course] of courses.entries())
    if (course !== undefined)
      for (const other of neighboursOf(seat, rows, courses.length))
        if (other > seat && courses[other] === course) pairs++;
  return pairs;
}
