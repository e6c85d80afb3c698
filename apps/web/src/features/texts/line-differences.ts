export interface Line {
  text: string;
  is: 'same' | 'added' | 'removed';
}

/** Two texts line by line: what both have in the same order stays, the rest was removed or added. */
export function lineDifferences(before: string, after: string): Line[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const lengths = commonLengths(old, now);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ text: old[i]!, is: 'same' });
      i += 1;
      j += 1;
    } else if (j === now.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      lines.push({ text: old[i]!, is: 'removed' });
      i += 1;
    } else {
      lines.push({ text: now[j]!, is: 'added' });
      j += 1;
    }
  }
  return lines;
}

/** How long the longest row of lines is that both have from here on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: now.length + 1 }, () => 0),
  );
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}
