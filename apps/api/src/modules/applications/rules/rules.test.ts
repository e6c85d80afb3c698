import { describe, expect, test } from 'vitest';
import { fieldsOf } from '@zikao/contract/forms/form';
import type { Facts, Fault, Rule } from '#modules/applications';
import { change } from '#test/vectors/change';
import { entry, facts, record, type Vector, type Vectors } from '#test/vectors/facts';
import { exemption } from '#test/vectors/exemption';
import { recheck } from '#test/vectors/recheck';
import { transferIn } from '#test/vectors/transfer-in';
import { transferOut } from '#test/vectors/transfer-out';
import { HANDLED } from './index.ts';
import { isPlanDone } from './plan-done.ts';

const VECTORS: Record<string, Vectors> = { change, transferIn, transferOut, exemption, recheck };

/** A vector may bring facts without a plan: then there is none. */
const factsOf = (given: Partial<Facts> = {}): Facts =>
  'now' in given && !('plan' in given) ? (given as Facts) : facts(given);

const judge = (rule: Rule, { answers = {}, facts: given }: Vector): Fault[] =>
  [rule.judge(answers, factsOf(given)) ?? []].flat();

test('every kind has vectors for each of its rules, and for no others', () => {
  expect(Object.keys(VECTORS)).toEqual(Object.keys(HANDLED));
  for (const [key, { rules }] of Object.entries(HANDLED))
    expect(Object.keys(VECTORS[key]!)).toEqual(rules.map(({ id }) => id));
});

describe.each(Object.entries(HANDLED))('%s', (key, { rules, form }) => {
  const fields = Object.keys(fieldsOf(form));

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const { passes, fails } = VECTORS[key]![id]!;
    expect(rule.sentence).toMatch(/^[^。]+。$/);
    expect(judge(rule, passes)).toEqual([]);
    const faults = judge(rule, fails);
    expect(faults.length).toBeGreaterThan(0);
    for (const { path, message } of faults) {
      // Of a gate the whole is refused; anything else names a field of the form.
      expect(rule.as === 'gate' ? [''] : fields).toContain(path);
      expect(message).toMatch(/[\u4e00-\u9fff]{4}/);
      expect(message).not.toMatch(/undefined|null|NaN/);
    }
  });

  test('an empty form gives no rule something to say but gates', () => {
    for (const rule of rules) expect([rule.id, judge(rule, {})]).toEqual([rule.id, []]);
  });

  test('a form filled with the wrong sorts of values breaks no rule', () => {
    for (const value of [1, true, 'x', [1], [{}], {}, null])
      for (const rule of rules)
        expect(() =>
          judge(rule, { answers: Object.fromEntries(fields.map((field) => [field, value])) }),
        ).not.toThrow();
  });
});

describe('whether a plan is done', () => {
  const { plan } = facts();
  const of = (...codes: string[]) => record(...codes.map((code) => entry(code)));
  const all = ['13000', '15043', '00037', '02333', '02334'];

  test('takes every 必考 course; the thesis comes after', () => {
    expect(isPlanDone(plan!, of(...all))).toBe(true);
    for (const missing of all)
      expect(isPlanDone(plan!, of(...all.filter((one) => one !== missing), '00019'))).toBe(false);
  });

  test('takes the least number and credits, where the plan states them', () => {
    expect(isPlanDone({ ...plan!, minCourses: 6 }, of(...all))).toBe(false);
    expect(isPlanDone({ ...plan!, minCourses: 6 }, of(...all, '00019'))).toBe(true);
    expect(isPlanDone({ ...plan!, minCredits: 21 }, of(...all))).toBe(false);
  });

  test('where it states neither, takes every course', () => {
    const open = { ...plan!, minCourses: null, minCredits: null };
    expect(isPlanDone(open, of(...all))).toBe(false);
    expect(isPlanDone(open, of(...all, '00019'))).toBe(true);
    expect(isPlanDone({ ...open, courses: [] }, of())).toBe(false);
  });
});
