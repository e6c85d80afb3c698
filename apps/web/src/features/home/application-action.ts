import { generatePath } from 'react-router';
import type { FiledApplication } from '@zikao/contract/applications/shapes';
import { paths, slugOf } from '#paths';
import type { NextAction } from './next-action.ts';

/** What an application wants from its candidate: to be mended, or that they come in person. */
export function applicationAction(filed: readonly FiledApplication[]): NextAction | undefined {
  const rejected = filed.find(({ state }) => state === 'rejected');
  if (rejected)
    return {
      needsYou: true,
      title: `完善${rejected.title}，重新提交`,
      text: '审核不通过，请按提示的原因完善后重新提交。',
      ...toApplication(rejected, '查看原因'),
    };
  const expected = filed.find(({ expectedAt }) => expectedAt);
  if (expected)
    return {
      needsYou: true,
      title: `${expected.title}：到${expected.expectedAt === 'province' ? '省考办' : '考区'}现场办理`,
      text: '申请已提交，请本人携带材料前往现场办理。',
      ...toApplication(expected, '查看办理事项'),
    };
  return undefined;
}

const toApplication = ({ kind, id }: FiledApplication, button: string) => ({
  to: generatePath(paths.application, { kind: slugOf(kind), id }),
  button,
});
