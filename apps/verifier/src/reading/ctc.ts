/** For each of `count` steps across a line the probabilities of `size` characters; number 0 is "nothing". */
export type Steps = { count: number; size: number; data: Float32Array };

/** The best character of each step, repetitions and nothings taken out. */
export function mostLikely({ count, size, data }: Steps, characters: string[]): string {
  let text = '';
  let last = 0;
  for (let step = 0; step < count; step++) {
    const row = data.subarray(step * size, (step + 1) * size);
    let best = 0;
    for (let i = 1; i < size; i++) if (row[i]! > row[best]!) best = i;
    if (best !== 0 && best !== last) text += characters[best] ?? '';
    last = best;
  }
  return text;
}

const FLOOR = 1e-12;
/** For a character that the model does not know: rare names must not suffer for it. */
const WILDCARD = 0.5;

/**
 * The logarithm of the probability that the line spells `text`, over all ways to lay it out (the forward algorithm of
 * CTC, Graves 2006). `numbers`: of the characters in `text`, undefined for those the model does not know.
 */
export function logProbability({ count, size, data }: Steps, numbers: (number | undefined)[]): number {
  // Between, before and after the characters there may be nothing: states are nothing, first, nothing, second, …
  const states = 2 * numbers.length + 1;
  const symbol = (state: number) => (state % 2 ? numbers[(state - 1) / 2] : 0);
  const log = (step: number, state: number) => {
    const number = symbol(state);
    return Math.log(number === undefined ? WILDCARD : Math.max(FLOOR, data[step * size + number]!));
  };
  let before = new Float64Array(states).fill(-Infinity);
  before[0] = log(0, 0);
  if (states > 1) before[1] = log(0, 1);
  for (let step = 1; step < count; step++) {
    const now = new Float64Array(states);
    for (let state = 0; state < states; state++) {
      let sum = before[state]!;
      if (state > 0) sum = either(sum, before[state - 1]!);
      if (state > 1 && state % 2 && symbol(state) !== symbol(state - 2))
        sum = either(sum, before[state - 2]!);
      now[state] = sum + log(step, state);
    }
    before = now;
  }
  return states > 1 ? either(before[states - 1]!, before[states - 2]!) : before[0]!;
}

/** log(e^one + e^other) without leaving the range of numbers. */
function either(one: number, other: number): number {
  const [high, low] = one > other ? [one, other] : [other, one];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}
