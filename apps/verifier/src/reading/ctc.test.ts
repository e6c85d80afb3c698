import { describe, expect, it } from 'vitest';
import { logProbability, mostLikely, type Steps } from './ctc.ts';

// Three characters beside nothing: a, b, c.
const characters = ['', 'a', 'b', 'c'];
const steps = (...rows: number[][]): Steps => ({
  count: rows.length,
  size: 4,
  data: Float32Array.from(rows.flat()),
});
const sure = (number: number) => [0, 1, 2, 3].map((i) => (i === number ? 0.97 : 0.01));

describe('what a line most likely says', () => {
  it('has each character once, and twice only with nothing between', () => {
    expect(mostLikely(steps(...[0, 1, 1, 0, 2, 2, 3, 0].map(sure)), characters)).toBe('abc');
    expect(mostLikely(steps(...[1, 0, 1].map(sure)), characters)).toBe('aa');
    expect(mostLikely(steps(...[0, 0].map(sure)), characters)).toBe('');
  });
});

describe('how likely a line spells a text', () => {
  const line = steps([0.1, 0.6, 0.2, 0.1], [0.5, 0.1, 0.3, 0.1], [0.2, 0.1, 0.1, 0.6]);

  it('is the sum over all ways to lay it out', () => {
    // By hand: every path of three steps that reads "ac".
    const p = (...path: number[]) => path.reduce((all, n, i) => all * line.data[i * 4 + n]!, 1);
    const ways = p(1, 3, 3) + p(1, 1, 3) + p(1, 0, 3) + p(0, 1, 3) + p(1, 3, 0);
    expect(logProbability(line, [1, 3])).toBeCloseTo(Math.log(ways), 6);
    expect(logProbability(line, [])).toBeCloseTo(Math.log(0.1 * 0.5 * 0.2), 6);
  });

  it('adds up to one over all texts', () => {
    const texts = [[]] as number[][];
    for (let i = 0; i < texts.length; i++)
      if (texts[i]!.length < 3) for (const n of [1, 2, 3]) texts.push([...texts[i]!, n]);
    const sum = texts.reduce((all, text) => all + Math.exp(logProbability(line, text)), 0);
    expect(sum).toBeCloseTo(1, 6);
  });

  it('is small for a text that does not fit, and nothing for one that cannot be', () => {
    const abc = steps(...[1, 2, 3].map(sure));
    expect(logProbability(abc, [1, 2, 3])).toBeGreaterThan(-0.1);
    expect(logProbability(abc, [2, 2, 3])).toBe(-Infinity); // two equal ones need a step between
    expect(logProbability(abc, [1, 3])).toBeLessThan(-3);
  });

  it('does not suffer from a character the model does not know', () => {
    const abc = steps(...[1, 2, 3].map(sure));
    expect(logProbability(abc, [1, undefined, 3])).toBeGreaterThan(-1);
  });
});
