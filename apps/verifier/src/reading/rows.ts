import type { Line } from './recognise.ts';

/** Lines beside each other, from left to right; `text` without spaces. */
export type Row = { text: string; lines: Line[] };

/** Sorts lines into rows from the top, along the direction most of them have. */
export function rowsOf(lines: Line[]): Row[] {
  const angles = lines.map(({ box }) => box.angle).toSorted((one, other) => one - other);
  const angle = angles[angles.length >> 1] ?? 0;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const placed = lines
    .map((line) => ({
      line,
      height: line.box.height,
      along: line.box.x * cos + line.box.y * sin,
      down: line.box.y * cos - line.box.x * sin,
    }))
    .toSorted((one, other) => one.down - other.down);
  const rows: (typeof placed)[] = [];
  for (const one of placed) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first && one.down - first.down < Math.min(one.height, first.height) / 2) row.push(one);
    else rows.push([one]);
  }
  return rows.map((row) => {
    const inOrder = row.toSorted((one, other) => one.along - other.along).map(({ line }) => line);
    return { lines: inOrder, text: inOrder.map(({ text }) => text.replace(/\s/g, '')).join('') };
  });
}
