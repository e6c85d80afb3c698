import { change as definition } from '@zikao/contract/applications/kinds/change';
import { sexOf } from '@zikao/contract/codes/id-number';
import { changePerson } from '#modules/candidates';
import { frozenGate } from './on-file.ts';
import type { Handled, Rule } from './rule.ts';

const asks = (what: unknown, one: string) => Array.isArray(what) && what.includes(one);

const sameName: Rule = {
  id: 'change.sameName',
  sentence: '申请变更的姓名应与现在登记的不同。',
  judge({ what, name }, { person }) {
    if (!asks(what, 'name') || name !== person.currentName) return undefined;
    return { path: 'name', message: '这就是现在登记的姓名，不需要变更' };
  },
};

const sameSex: Rule = {
  id: 'change.sameSex',
  sentence: '申请变更的性别应与现在登记的不同。',
  judge({ what, sex }, { person }) {
    if (!asks(what, 'sex') || sex !== person.currentSex) return undefined;
    return { path: 'sex', message: '这就是现在登记的性别，不需要变更' };
  },
};

/** GB 11643: the 17th digit is odd for men. Who asks for the other says why; the officer sees the paper. */
const sexAgainstId: Rule = {
  id: 'change.sexAgainstId',
  sentence: '变更后的性别应与身份证号码第 17 位一致；不一致的，说明原因。',
  judge({ what, sex, sexReason }, { person }) {
    if (!asks(what, 'sex') || typeof sex !== 'string' || sex === sexOf(person.idNumber)) return undefined;
    if (typeof sexReason === 'string' && sexReason.trim()) return undefined;
    return {
      path: 'sexReason',
      message: '所选性别与身份证号码第 17 位不一致，请说明原因，或重新选择性别',
    };
  },
};

export const change: Handled = {
  ...definition,
  rules: [frozenGate('change'), sameName, sameSex, sexAgainstId],
  async effect(ctx, { candidate, answers, reference }) {
    const { what, name, sex } = answers as { what: string[]; name?: string; sex?: '1' | '2' };
    await changePerson(ctx, candidate, {
      ...(what.includes('name') && { name: name! }),
      ...(what.includes('sex') && { sex: sex! }),
      origin: reference,
    });
  },
};
