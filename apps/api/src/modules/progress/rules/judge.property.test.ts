import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DoneFacts, Facts, GroupFacts } from './facts.ts';
import { judge } from './judge.ts';

const CODES = Array.from({ length: 12 }, (_, at) => `C${at}`);
const OLD = ['O0', 'O1', 'O2', 'O3'];
const credits = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 1, max: 28 }).map((halves) => halves / 2),
);

const needs = fc.oneof(
  fc.constant('all' as const),
  fc.record({
    courses: fc.option(fc.integer({ min: 1, max: 3 })),
    credits: fc.option(fc.integer({ min: 1, max: 10 })),
  }),
);
/** Three groups that share the codes out, the last of them perhaps the thesis. */
const plan = fc
  .record({
    cuts: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 11 })),
    credits: fc.array(credits, { minLength: 12, maxLength: 12 }),
    needs: fc.array(needs, { minLength: 3, maxLength: 3 }),
    atMost: fc.option(fc.integer({ min: 1, max: 3 })),
    last: fc.boolean(),
    minCourses: fc.option(fc.integer({ min: 1, max: 12 })),
    minCredits: fc.option(fc.integer({ min: 1, max: 60 })),
  })
  .map(({ cuts: [first, second], atMost, last, minCourses, minCredits, ...given }) => {
    const bounds = [0, first, second, CODES.length];
    const groups: GroupFacts[] = [0, 1, 2].map((at) => ({
      name: `组${at}`,
      courses: CODES.slice(bounds[at], bounds[at + 1]).map((code) => ({
        code,
        name: code,
        practice: false,
        credits: given.credits[CODES.indexOf(code)]!,
      })),
      needs: given.needs[at]!,
      ...(at === 1 && given.needs[1] !== 'all' && atMost !== null && { atMost }),
      last: at === 2 && last,
    }));
    return { groups, minCourses, minCredits };
  });
const replacements = fc
  .array(fc.record({ old: fc.constantFrom(...OLD), course: fc.constantFrom(...CODES) }), { maxLength: 8 })
  .map((all) => all.map((one) => ({ ...one, oldName: one.old })));
const passes = fc.uniqueArray(fc.constantFrom(...CODES, ...OLD));

const done: DoneFacts = { kind: 'passed', when: '' };
const factsOf = (
  of: Pick<Facts, 'plan' | 'replacements'>,
  passed: readonly string[],
  sat: readonly string[] = [],
): Facts => ({
  ...of,
  record: new Map(passed.map((code) => [code, done])),
  inProgress: new Map(sat.map((code) => [code, ''])),
  offered: new Map(),
});

const given = fc.record({
  plan,
  replacements,
  passed: passes,
  more: fc.constantFrom(...CODES, ...OLD),
  sat: passes,
});
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;
const check = (property: (of: Given) => void) => fc.assert(fc.property(given, property), { numRuns: 500 });

describe('whatever the plan', () => {
  it('another pass never lowers anything', () => {
    check(({ plan: of, replacements: by, passed, more }) => {
      const before = judge(factsOf({ plan: of, replacements: by }, passed));
      const after = judge(factsOf({ plan: of, replacements: by }, [...new Set([...passed, more])]));
      expect(after.courses.done).toBeGreaterThanOrEqual(before.courses.done);
      expect(after.credits.done).toBeGreaterThanOrEqual(before.credits.done);
      before.groups.forEach((group, at) => {
        expect(after.groups[at]!.courses.done).toBeGreaterThanOrEqual(group.courses.done);
        expect(after.groups[at]!.credits.done).toBeGreaterThanOrEqual(group.credits.done);
        expect(Number(after.groups[at]!.met)).toBeGreaterThanOrEqual(Number(group.met));
      });
      expect(Number(after.papersDone)).toBeGreaterThanOrEqual(Number(before.papersDone));
    });
  });

  it('the order of the record does not matter', () => {
    check(({ plan: of, replacements: by, passed }) => {
      const turned = judge(factsOf({ plan: of, replacements: by }, passed.toReversed()));
      expect(turned).toEqual(judge(factsOf({ plan: of, replacements: by }, passed)));
    });
  });

  it('what is sat now adds to what is in progress and changes nothing that is done', () => {
    check(({ plan: of, replacements: by, passed, sat }) => {
      const without = judge(factsOf({ plan: of, replacements: by }, passed));
      const judged = judge(factsOf({ plan: of, replacements: by }, passed, sat));
      expect(judged.courses.done).toBe(without.courses.done);
      expect(judged.courses.inProgress).toBeGreaterThanOrEqual(0);
      expect(judged.groups.map(({ met }) => met)).toEqual(without.groups.map(({ met }) => met));
      // A course is one thing: nothing passed is in progress too.
      const own = judged.groups.flatMap(({ items }) => items).filter(({ code }) => passed.includes(code));
      expect(own.map(({ state }) => state)).toEqual(own.map(() => 'done'));
    });
  });

  it('everything passed meets every group that can be met', () => {
    check(({ plan: of }) => {
      const judged = judge(factsOf({ plan: of, replacements: [] }, CODES));
      const whole = judged.groups.filter((_, at) => of.groups[at]!.needs === 'all');
      expect(whole.map(({ met }) => met)).toEqual(whole.map(() => true));
      expect(judged.groups.flatMap(({ items }) => items).every(({ state }) => state === 'done')).toBe(true);
    });
  });
});
