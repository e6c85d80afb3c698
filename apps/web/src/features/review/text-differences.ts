export interface TextPart {
  text: string;
  differs: boolean;
}

/** The parts of a text, told apart by whether the other has them too: place by place when both are as long. */
export function differences(text: string, other: string): TextPart[] {
  const [own, theirs] = [[...text], [...other]];
  const kept =
    own.length === theirs.length
      ? own.map((character, index) => character === theirs[index])
      : longestCommon(own, theirs);
  const parts: TextPart[] = [];
  own.forEach((character, index) => {
    const differs = !kept[index];
    const last = parts.at(-1);
    if (last?.differs === differs) last.text += character;
    else parts.push({ text: character, differs });
  });
  return parts;
}

/** Which of the own characters belong to the longest row that both have in this order. */
function longestCommon(own: readonly string[], theirs: readonly string[]): boolean[] {
  const lengths = Array.from({ length: own.length + 1 }, () =>
    Array.from({ length: theirs.length + 1 }, () => 0),
  );
  for (let i = own.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--)
      lengths[i]![j] =
        own[i] === theirs[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);

  const kept = own.map(() => false);
  for (let i = 0, j = 0; i < own.length && j < theirs.length;) {
    if (own[i] === theirs[j]) {
      kept[i] = true;
      i += 1;
      j += 1;
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return kept;
}
