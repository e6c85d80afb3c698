import { transferOut as definition } from '@zikao/contract/applications/kinds/transfer-out';
import { provinceName } from '@zikao/contract/codes/provinces';
import { freezeRecord } from '#modules/records';
import { frozenGate, stays, whole } from './on-file.ts';
import { sourceOf } from './origin.ts';
import { isPlanDone } from './plan-done.ts';
import type { Facts, Handled, Rule } from './rule.ts';

const chosen = (courses: unknown, { record }: Facts) =>
  (Array.isArray(courses) ? courses : []).flatMap((code: unknown) => record.get(String(code)) ?? []);

/** Conditions of 2020 and 2021: not while suspended, nor while graduation is delayed. */
const penalised: Rule = {
  id: 'transferOut.penalised',
  sentence: '停考期间或延迟毕业期间不能办理转出。',
  as: 'gate',
  again: true,
  judge: (_, { standing }) =>
    standing.state === 'suspended' || standing.state === 'delayed'
      ? whole(`${standing.detail}停考期间和延迟毕业期间不能办理转出`)
      : undefined,
};

const merged: Rule = {
  id: 'transferOut.merged',
  sentence: '名下有多个准考证号的，应先到考区办理合档，再申请转出。',
  as: 'gate',
  judge: (_, { numbers }) =>
    numbers.length > 1
      ? whole(`您名下有 ${numbers.length} 个准考证号，请先携带身份证原件到考区办理合档，再申请转出`)
      : undefined,
};

const something: Rule = {
  id: 'transferOut.something',
  sentence: '考籍中应有可以转出的课程。',
  as: 'gate',
  judge: (_, facts) =>
    [...facts.record.values()].some((entry) => !stays(entry, facts))
      ? undefined
      : whole('您的考籍中没有可以转出的课程'),
};

const unfinished: Rule = {
  id: 'transferOut.unfinished',
  sentence: '本专业课程已全部合格的，应在本省办理毕业，不能转出。',
  as: 'gate',
  judge: (_, { plan, record }) =>
    plan && isPlanDone(plan, record)
      ? whole(`您的${plan.major.name}专业课程已全部合格，应在本省办理毕业，不能转出`)
      : undefined,
};

const otherProvince: Rule = {
  id: 'transferOut.otherProvince',
  sentence: '转入省份应是本省以外的省份。',
  judge: ({ province }, facts) =>
    province && provinceName(province) === facts.province
      ? { path: 'province', message: `转入省份不能是${facts.province}，请重新选择` }
      : undefined,
};

const theirNumber: Rule = {
  id: 'transferOut.theirNumber',
  sentence: '转入地准考证号由转入省份发给，不是本省的准考证号。',
  judge: ({ targetNumber }, { numbers }) =>
    typeof targetNumber === 'string' && numbers.includes(targetNumber.trim())
      ? { path: 'targetNumber', message: '这是您在本省的准考证号，请填写转入省份发给的准考证号' }
      : undefined,
};

function perCourse(id: string, sentence: string, applies: (kind: string) => boolean): Rule {
  return {
    id: `transferOut.${id}`,
    sentence,
    judge: ({ courses }, facts) =>
      chosen(courses, facts).flatMap((entry) => {
        const message = applies(entry.kind) ? stays(entry, facts) : undefined;
        const name = entry.courseName ?? facts.courses.get(entry.course)?.name ?? '';
        return message ? [{ path: 'courses', message: `${entry.course} ${name}：${message}` }] : [];
      }),
  };
}

const exempted = perCourse('exempted', '免考课程不能转出。', (kind) => kind === 'exempted');
const theory = perCourse('theory', '理论部分没有合格的实践课程成绩不能转出。', (kind) => kind !== 'exempted');

export const transferOut: Handled = {
  ...definition,
  rules: [
    frozenGate('transferOut'),
    penalised,
    merged,
    something,
    unfinished,
    otherProvince,
    theirNumber,
    exempted,
    theory,
  ],
  effect: (ctx, approved) =>
    freezeRecord(ctx, approved.candidate, sourceOf(approved), provinceName(approved.answers.province)),
};
