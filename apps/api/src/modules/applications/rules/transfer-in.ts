import { transferIn as definition } from '@zikao/contract/applications/kinds/transfer-in';
import { provinceName } from '@zikao/contract/codes/provinces';
import { addEntries } from '#modules/records';
import { frozenGate, whole } from './on-file.ts';
import { monthOf, sourceOf } from './origin.ts';
import type { Facts, Handled, Rule } from './rule.ts';

interface Line {
  code: string;
  name: string;
  score: string;
  date: string;
}

/** Lines that are filled in so far. */
const lines = (courses: unknown): Line[] =>
  Array.isArray(courses) ? (courses as Partial<Line>[]).filter((one): one is Line => Boolean(one?.code)) : [];

/** A rule about each line by itself; gives what is wrong with it. */
function perLine(
  id: string,
  sentence: string,
  fault: (line: Line, facts: Facts, all: Line[]) => string | undefined,
): Rule {
  return {
    id: `transferIn.${id}`,
    sentence,
    judge({ courses }, facts) {
      const all = lines(courses);
      return all.flatMap((line) => {
        const message = fault(line, facts, all);
        return message ? [{ path: 'courses', message: `${line.code} ${line.name ?? ''}：${message}` }] : [];
      });
    },
  };
}

const passesHere = ({ record }: Facts) => [...record.values()].filter(({ kind }) => kind === 'passed').length;

const suspended: Rule = {
  id: 'transferIn.suspended',
  sentence: '停考期间不能办理转入。',
  as: 'gate',
  again: true,
  judge: (_, { standing }) => (standing.state === 'suspended' ? whole(standing.detail!) : undefined),
};

const passedHere: Rule = {
  id: 'transferIn.passedHere',
  sentence: '申请转入前，应已在本省建立考籍，并至少有一门课程考试合格。',
  as: 'gate',
  judge: (_, facts) =>
    passesHere(facts) > 0
      ? undefined
      : whole('申请转入前，应已在本省至少有一门课程考试合格，您的考籍中还没有'),
};

const otherProvince: Rule = {
  id: 'transferIn.otherProvince',
  sentence: '转出省份应是本省以外的省份。',
  judge: ({ province }, facts) =>
    province && provinceName(province) === facts.province
      ? { path: 'province', message: `转出省份不能是${facts.province}，请重新选择` }
      : undefined,
};

const openMajor: Rule = {
  id: 'transferIn.openMajor',
  sentence: '转入的专业应接收新生；停考过渡期的专业只接收原来就在该专业的考生。',
  judge({ major }, { majors, record }) {
    const of = typeof major === 'string' ? majors.get(major) : undefined;
    if (!of || of.status === 'open') return undefined;
    if (of.status === 'closed') return { path: 'major', message: '这个专业已停考，不能转入，请重新选择' };
    const before = [...record.values()].some((entry) => entry.major === of.code);
    return before ? undefined : { path: 'major', message: '这个专业处于停考过渡期，不接收新生，请重新选择' };
  },
};

const once = perLine('once', '每门课程只填写一次。', (line, _, all) =>
  all.find(({ code }) => code === line.code) === line ? undefined : '填写了两次，请保留一次',
);

const passed = perLine('passed', '转入的课程应已合格。', ({ score }, { limits }) =>
  score === '不合格' || Number(score) < limits.passMark ? '没有合格的课程不能转入' : undefined,
);

const inThePast = perLine('inThePast', '合格时间不能晚于今天。', ({ date }, { today }) =>
  date > today ? '合格时间晚于今天，请核对' : undefined,
);

const notYet = perLine('notYet', '已在本省考籍中的课程不需要转入。', ({ code }, { record }) =>
  record.has(code) ? '已在您的考籍中，不需要转入' : undefined,
);

const theory = perLine(
  'theory',
  '理论部分没有合格的实践课程成绩不能转入。',
  ({ code }, { courses, record }, all) => {
    const needs = courses.get(code)?.theory;
    if (!needs || record.has(needs) || all.some((line) => line.code === needs)) return undefined;
    return `理论部分 ${needs} ${courses.get(needs)?.name ?? ''}没有合格，不能转入`;
  },
);

/** Graduation rules of 2020, 2021 and 2024: ≥ 5 passes here for 专科, ≥ 4 for 本科. */
const ownPasses: Rule = {
  id: 'transferIn.ownPasses',
  sentence: '转入后，毕业前专科须在本省考试合格五门以上，本科须在本省考试合格四门以上。',
  as: 'note',
  judge({ major }, facts) {
    const of = typeof major === 'string' ? facts.majors.get(major) : undefined;
    const needed = of && facts.limits.ownPasses[of.level];
    const have = passesHere(facts);
    if (!needed || have >= needed) return undefined;
    return {
      path: 'major',
      message: `转入${of.name}（${of.level}）后，毕业前须在本省考试合格 ${needed} 门以上，您现在有 ${have} 门`,
    };
  },
};

export const transferIn: Handled = {
  ...definition,
  rules: [
    frozenGate('transferIn'),
    suspended,
    passedHere,
    otherProvince,
    openMajor,
    once,
    passed,
    inThePast,
    notYet,
    theory,
    ownPasses,
  ],
  async effect(ctx, approved) {
    const { courses, major } = approved.answers;
    await addEntries(
      ctx,
      approved.candidate,
      sourceOf(approved),
      lines(courses).map(({ code, name, score, date }) => ({
        course: code,
        courseName: name,
        kind: 'transferred',
        score,
        when: monthOf(date),
        major: String(major),
        origin: 'transferIn',
      })),
    );
  },
};
