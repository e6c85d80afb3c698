import {
  CORRECTING,
  recheck as definition,
  RECHECK_RESULTS,
  type RecheckResult,
} from '@zikao/contract/applications/kinds/recheck';
import { checkedOf } from '@zikao/contract/forms/codes';
import { correctScore, scoreIdOf } from '#modules/scores';
import { Problem } from '#platform/problem';
import { notRecheckable, whole } from './on-file.ts';
import { sourceOf } from './origin.ts';
import type { Facts, Handled, Rule } from './rule.ts';

const someScore: Rule = {
  id: 'recheck.someScore',
  sentence: '只受理本考次已公布的成绩。',
  as: 'gate',
  judge: (_, { scores, session }) =>
    scores.length > 0 ? undefined : whole(`您没有${session.name}考试已公布的成绩，不能申请复核`),
};

const published: Rule = {
  id: 'recheck.published',
  sentence: '只能选择本人在本考次已公布成绩的课程。',
  judge: ({ courses }, { scores, session }) =>
    checkedOf(courses)
      .filter((code) => !scores.some((score) => score.code === code))
      .map((code) => ({
        path: 'courses',
        message: `${code}：您没有这门课程${session.name}的成绩，请取消选择`,
      })),
};

function perScore(id: string, sentence: string, once: boolean): Rule {
  return {
    id: `recheck.${id}`,
    sentence,
    judge: ({ courses }, facts: Facts) =>
      facts.scores
        .filter(({ code }) => checkedOf(courses).includes(code) && once === facts.rechecked.has(code))
        .flatMap((score) => {
          const message = notRecheckable(score, facts);
          return message ? [{ path: 'courses', message: `${score.code} ${score.name}：${message}` }] : [];
        }),
  };
}
const once = perScore('once', '每门课程每个考次只能申请一次。', true);
const scope = perScore('scope', '因违规处理的成绩不属于复核范围。', false);

interface Line {
  value: string;
  result: RecheckResult;
  score?: string;
}

export const recheck: Handled = {
  ...definition,
  rules: [someScore, published, once, scope],
  async effect(ctx, approved) {
    const asked = checkedOf(approved.answers.courses);
    const results = (approved.outcome.province?.results ?? []) as Line[];
    const named = new Set(results.map(({ value }) => value));
    if (results.length !== asked.length || !asked.every((code) => named.has(code)))
      throw new Problem('conflict', '请为申请复核的每门课程填写一次复核结果。');
    const { candidate, session, reference } = approved;
    for (const { value: course, result, score } of results.filter((line) => CORRECTING.includes(line.result)))
      await correctScore(ctx, {
        score: await scoreIdOf(ctx, { candidate, session, course }),
        number: Number(score),
        reason: `成绩复核（${reference}）：${RECHECK_RESULTS.find((one) => one.value === result)!.label}`,
        source: sourceOf(approved),
      });
  },
};
