import { exemption as definition } from '@zikao/contract/applications/kinds/exemption';
import type { Answers } from '@zikao/contract/forms/fields';
import { today } from '#platform/clock';
import { addEntries } from '#modules/records';
import { frozenGate, notExemptible, whole } from './on-file.ts';
import { monthOf, sourceOf } from './origin.ts';
import type { Facts, Handled, Rule } from './rule.ts';

/** The target course in the own plan. */
const target = ({ course }: Answers, { plan }: Facts) => plan?.courses.find(({ code }) => code === course);

/** The line of the table of equivalences that lets this old course or certificate stand for the target. */
const equivalence = ({ basis, course, certificate, oldCode }: Answers, { equivalences }: Facts) =>
  equivalences.find(
    (one) =>
      one.basis === basis &&
      one.course === course &&
      one.old === (basis === 'certificate' ? certificate : oldCode),
  );

const hasPlan: Rule = {
  id: 'exemption.hasPlan',
  sentence: '免考课程从本专业的开考计划中选择；还没有报考过专业的，先完成报考。',
  as: 'gate',
  judge: (_, { plan }) =>
    plan ? undefined : whole('您还没有报考过有开考计划的专业。请先完成报考信息填报，再申请免考'),
};

const inPlan: Rule = {
  id: 'exemption.inPlan',
  sentence: '只能申请本专业开考计划内的课程。',
  judge: (answers, facts) =>
    !answers.course || target(answers, facts)
      ? undefined
      : { path: 'course', message: '这门课程不在您的专业的开考计划内，请重新选择' },
};

/** Also 深圳/广东: practice, theses are not exempted; Qinghai 2017 lets NCRE stand for two practice parts. */
function targetRule(id: string, sentence: string, whenDone: boolean): Rule {
  return {
    id: `exemption.${id}`,
    sentence,
    judge(answers, facts) {
      const course = target(answers, facts);
      if (!course || facts.record.has(course.code) !== whenDone) return undefined;
      const message = notExemptible(course, facts);
      return message ? { path: 'course', message: `${course.code} ${course.name}：${message}` } : undefined;
    },
  };
}
const notYet = targetRule('notYet', '已在考籍中的课程不需要免考。', true);
const noPractice = targetRule(
  'noPractice',
  '实践课程和毕业考核不能免考，公布的证书对应表另有规定的除外。',
  false,
);

const certificate: Rule = {
  id: 'exemption.certificate',
  sentence: '证书与课程的对应以公布的对应表为准。',
  judge: (answers, facts) =>
    answers.basis !== 'certificate' || !answers.certificate || !answers.course || equivalence(answers, facts)
      ? undefined
      : { path: 'certificate', message: '按公布的对应表，这个证书不能免考所选的课程' },
};

const sameName: Rule = {
  id: 'exemption.sameName',
  sentence: '以学历申请的，原课程应与所免课程名称相同。',
  judge(answers, facts) {
    const course = target(answers, facts);
    if (answers.basis !== 'diploma' || !course || !answers.oldCourse) return undefined;
    if (plain(answers.oldCourse) === plain(course.name)) return undefined;
    return { path: 'oldCourse', message: `原课程应与所免课程“${course.name}”名称相同` };
  },
};

const sameCode: Rule = {
  id: 'exemption.sameCode',
  sentence: '以自学考试合格课程申请的，课程代码和名称应与所免课程相同，或在新旧课程对应表中。',
  judge(answers, facts) {
    const course = target(answers, facts);
    if (answers.basis !== 'passed' || !course || !answers.oldCode || equivalence(answers, facts))
      return undefined;
    if (answers.oldCode !== course.code)
      return { path: 'oldCode', message: `原课程代码应与所免课程 ${course.code} 相同，或在新旧课程对应表中` };
    if (!answers.oldCourse || plain(answers.oldCourse) === plain(course.name)) return undefined;
    return { path: 'oldCourse', message: `原课程应与所免课程“${course.name}”名称相同` };
  },
};

const credits: Rule = {
  id: 'exemption.credits',
  sentence: '原课程学分不低于所免课程学分；新旧课程对应表允许较低的除外。',
  judge(answers, facts) {
    const course = target(answers, facts);
    if (!course?.credits || !answers.oldCredits || answers.basis === 'certificate') return undefined;
    if (Number(answers.oldCredits) >= course.credits || equivalence(answers, facts)?.fewerCredits)
      return undefined;
    const message = `原课程 ${String(answers.oldCredits)} 学分，低于所免课程的 ${course.credits} 学分，不能免考`;
    return { path: 'oldCredits', message };
  },
};

const passed: Rule = {
  id: 'exemption.passed',
  sentence: '原课程成绩应合格。',
  judge: ({ oldScore }, { limits }) =>
    oldScore === '不合格' || Number(oldScore) < limits.passMark
      ? { path: 'oldScore', message: '原课程成绩没有合格，不能免考' }
      : undefined,
};

const inThePast: Rule = {
  id: 'exemption.inThePast',
  sentence: '证书日期不能晚于今天。',
  judge: (answers, facts) =>
    (['graduatedOn', 'issuedOn'] as const)
      .filter((path) => typeof answers[path] === 'string' && answers[path] > facts.today)
      .map((path) => ({ path, message: '证书日期晚于今天，请核对' })),
};

/** The notice of spring 2025 tells candidates to ask. */
const degree: Rule = {
  id: 'exemption.degree',
  sentence: '英语课程免考后是否影响申请学位，请先向主考院校咨询。',
  as: 'note',
  judge: (answers, facts) =>
    target(answers, facts)?.name.startsWith('英语')
      ? { path: 'course', message: '英语课程免考后可能影响申请学位，请先向主考院校咨询' }
      : undefined,
};

/** Names are compared without spaces and whatever the width of brackets. */
const plain = (name: unknown) =>
  String(name)
    .normalize('NFKC')
    .replace(/[\s《》]/g, '');

export const exemption: Handled = {
  ...definition,
  rules: [
    frozenGate('exemption'),
    hasPlan,
    inPlan,
    notYet,
    noPractice,
    certificate,
    sameName,
    sameCode,
    credits,
    passed,
    inThePast,
    degree,
  ],
  async effect(ctx, approved) {
    const course = String(approved.answers.course);
    const when = monthOf(await today(ctx.db));
    await addEntries(ctx, approved.candidate, sourceOf(approved), [
      { course, kind: 'exempted', when, origin: 'exemption' },
    ]);
  },
};
