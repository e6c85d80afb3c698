import type { Condition } from '@zikao/contract/progress';
import type { Facts, Surroundings } from './facts.ts';
import type { Judged } from './judge.ts';

const PLAN = '开考计划';
/** The province's notices on graduation (2024) and on transfers (2020, 2021). */
const GRADUATION = '毕业审核通知';
const TRANSFER = '转考规定';

/** The conditions of graduation that the platform can see, each as met or not. */
export function conditionsOf(
  judged: Judged,
  { plan, record }: Pick<Facts, 'plan' | 'record'>,
  { numbers }: Pick<Surroundings, 'numbers'>,
): Condition[] {
  const { courses, credits, groups } = judged;
  const least = (key: string, unit: string, { done, needed }: typeof courses): Condition[] =>
    needed === null
      ? []
      : [
          {
            key,
            label: `至少 ${needed} ${unit}`,
            met: done >= needed,
            detail: short(needed - done, unit),
            basis: PLAN,
          },
        ];
  return [
    ...groups.map(({ name, rule, met, last }, at) => ({
      key: `group-${at}`,
      label: `${name}：${rule}`,
      met,
      ...(last && !judged.papersDone && { detail: '其余课程全部合格后才能参加' }),
      basis: PLAN,
    })),
    ...least('courses', '门课程', courses),
    ...least('credits', '学分', credits),
    ...pairs(judged),
    ...ownPasses(plan.ownPasses, record),
    ...(numbers > 1
      ? [
          {
            key: 'one-number',
            label: '合格成绩在同一个准考证号下',
            met: false,
            detail: `现有 ${numbers} 个准考证号`,
            basis: GRADUATION,
          },
        ]
      : []),
  ];
}

/** A practice part counts with its theory part. */
function pairs({ groups }: Judged): Condition[] {
  const all = groups.flatMap(({ items }) => items);
  const half = all.filter(({ state, after }) => state === 'done' && after);
  return half.map(({ code, name, after }) => ({
    key: `pair-${code}`,
    label: `${code} ${name}与理论部分都合格`,
    met: false,
    detail: `还差理论部分 ${after}`,
    basis: PLAN,
  }));
}

function ownPasses(needed: number | undefined, record: Facts['record']): Condition[] {
  const all = [...record.values()];
  if (!needed || !all.some(({ kind }) => kind === 'transferred')) return [];
  const have = all.filter(({ kind }) => kind === 'passed').length;
  return [
    {
      key: 'own-passes',
      label: `有转入课程的，在本省考试合格至少 ${needed} 门`,
      met: have >= needed,
      detail: `现有 ${have} 门`,
      basis: TRANSFER,
    },
  ];
}

const short = (missing: number, unit: string) => (missing > 0 ? `还差 ${missing} ${unit}` : undefined);
