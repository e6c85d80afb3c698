import { describe, expect, it } from 'vitest';
import type { Facts, GroupFacts } from './facts.ts';
import { conditionsOf } from './conditions.ts';
import { judge } from './judge.ts';

const course = (code: string, credits: number, theory?: string) => ({
  code,
  name: `课程${code}`,
  credits,
  practice: theory !== undefined,
  ...(theory && { theory }),
});
const required: GroupFacts = {
  name: '必考',
  courses: [course('A1', 4), course('A2', 6), course('A3', 1, 'A2')],
  needs: 'all',
  last: false,
};
const language: GroupFacts = {
  name: '外语任选一门',
  courses: [course('L1', 7), course('L2', 6)],
  needs: { courses: 1, credits: null },
  atMost: 1,
  last: false,
};
const elective: GroupFacts = {
  name: '选考',
  courses: [course('E1', 3), course('E2', 3), course('E3', 5)],
  needs: { courses: 2, credits: 8 },
  last: false,
};
const thesis: GroupFacts = { name: '毕业考核', courses: [course('Z1', 10)], needs: 'all', last: true };
const plan = { groups: [required, language, elective, thesis], minCourses: 6, minCredits: 26, ownPasses: 4 };

const facts = (passed: string[], more: Partial<Facts> = {}): Facts => ({
  plan,
  record: new Map(
    passed.map((code) => [code, { kind: 'passed' as const, score: '70', when: '2026 年 10 月' }]),
  ),
  replacements: [],
  inProgress: new Map(),
  offered: new Map(),
  ...more,
});
const ALL = ['A1', 'A2', 'A3', 'L1', 'E1', 'E3'];
const group = (judged: ReturnType<typeof judge>, name: string) =>
  judged.groups.find((one) => one.name === name)!;
const states = (judged: ReturnType<typeof judge>, name: string) =>
  group(judged, name).items.map(({ state }) => state);

describe('a group', () => {
  it('of which all is needed is met by all of it only', () => {
    expect(group(judge(facts(['A1', 'A2'])), '必考').met).toBe(false);
    expect(group(judge(facts(['A1', 'A2', 'A3'])), '必考').met).toBe(true);
  });

  it('needs its courses and its credits, both', () => {
    expect(group(judge(facts(['E1', 'E2'])), '选考').met).toBe(false); // 6 of 8 credits
    expect(group(judge(facts(['E1', 'E3'])), '选考').met).toBe(true);
  });

  it('of 任选一门 counts one, the better one, and lets the rest go', () => {
    const both = group(judge(facts(['L1', 'L2'])), '外语任选一门');
    expect([both.courses.done, both.credits.done]).toEqual([1, 7]);
    expect(states(judge(facts(['L1'])), '外语任选一门')).toEqual(['done', 'spare']);
    expect(states(judge(facts([])), '外语任选一门')).toEqual(['choice', 'choice']);
  });

  it("without a measure of its own is met when the plan's numbers are", () => {
    const free = { ...elective, needs: { courses: null, credits: null } };
    const loose = { groups: [required, free], minCourses: 5, minCredits: 17 };
    expect(group(judge(facts(['A1', 'A2', 'A3', 'E1'], { plan: loose })), '选考').met).toBe(false);
    expect(group(judge(facts(['A1', 'A2', 'A3', 'E1', 'E2'], { plan: loose })), '选考').met).toBe(true);
  });

  it('says its rule in words', () => {
    expect(judge(facts([])).groups.map(({ rule }) => rule)).toEqual([
      '全部合格',
      '任选 1 门',
      '至少 2 门、8 学分',
      '全部合格',
    ]);
  });
});

describe('a course', () => {
  it('enrolled for is in progress, on top of what is done', () => {
    const judged = judge(facts(['A1'], { inProgress: new Map([['A2', '4月17日 上午']]) }));
    expect(states(judged, '必考')).toEqual(['done', 'inProgress', 'missing']);
    expect(judged.courses).toEqual({ done: 1, inProgress: 1, needed: 6 });
    expect(judged.credits).toEqual({ done: 4, inProgress: 6, needed: 26 });
  });

  it('of practice waits for its theory part', () => {
    expect(group(judge(facts([])), '必考').items[2]!.after).toBe('A2 课程A2');
    expect(group(judge(facts(['A2'])), '必考').items[2]!.after).toBeUndefined();
  });

  it('of practice that is passed before its theory part leaves a condition open', () => {
    const early = facts(['A3']);
    const conditions = conditionsOf(judge(early), early, { numbers: 1 });
    expect(conditions.find(({ key }) => key === 'pair-A3')).toMatchObject({ met: false });
  });

  it('is replaced by an older one, which stands for it alone', () => {
    const replacements = ['A1', 'A2'].map((code) => ({ old: 'O1', oldName: '旧课程', course: code }));
    const judged = judge(facts(['O1'], { replacements }));
    expect(states(judged, '必考')).toEqual(['done', 'missing', 'missing']);
    expect(group(judged, '必考').items[0]!.instead).toBe('O1 旧课程');
    // Passed under its own code too: the old one is free for the other.
    expect(states(judge(facts(['O1', 'A1'], { replacements })), '必考').slice(0, 2)).toEqual([
      'done',
      'done',
    ]);
  });

  it('of the plan itself stands for no other', () => {
    const replacements = [{ old: 'E1', oldName: '选考课程', course: 'A1' }];
    expect(states(judge(facts(['E1'], { replacements })), '必考')[0]).toBe('missing');
  });
});

describe('the thesis', () => {
  it('waits for everything else and brings no credits', () => {
    expect(group(judge(facts(ALL.slice(1))), '毕业考核').items[0]!.after).toBe('其余课程全部合格');
    const judged = judge(facts(ALL));
    expect(judged.papersDone).toBe(true);
    expect(group(judged, '毕业考核')).toMatchObject({ met: false, credits: { done: 0 } });
    expect(judge(facts([...ALL, 'Z1'])).credits.done).toBe(judged.credits.done);
  });
});

describe('the conditions', () => {
  const unmet = (given: Facts, numbers = 1) =>
    conditionsOf(judge(given), given, { numbers })
      .filter(({ met }) => !met)
      .map(({ label }) => label);

  it('are all met by a full record', () => {
    expect(unmet(facts([...ALL, 'Z1']))).toEqual([]);
  });

  it('name what is short', () => {
    expect(unmet(facts(['A1', 'A2', 'A3', 'L2', 'E1', 'E2']))).toEqual([
      '选考：至少 2 门、8 学分',
      '毕业考核：全部合格',
      '至少 26 学分',
    ]);
  });

  it('ask for passes in this province of whoever transferred something', () => {
    const given = facts([...ALL, 'Z1']);
    const transferred = new Map(
      [...given.record].map(([code, done], at) => [
        code,
        at < 4 ? { ...done, kind: 'transferred' as const } : done,
      ]),
    );
    expect(unmet({ ...given, record: transferred })).toEqual(['有转入课程的，在本省考试合格至少 4 门']);
  });

  it('ask for one admission number', () => {
    expect(unmet(facts([...ALL, 'Z1']), 2)).toEqual(['合格成绩在同一个准考证号下']);
  });
});
