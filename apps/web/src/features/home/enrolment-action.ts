import type { Profile } from '@zikao/contract/candidates';
import type { Enrolment } from '@zikao/contract/enrolments';
import type { Window } from '@zikao/contract/exams';
import { paths } from '#paths';
import { formatMoment } from '#ui/dates';
import type { NextAction } from './next-action.ts';
import type { Stand } from './stand.ts';

const toEnrolment = (button: string) => ({ to: paths.enrolment, button });

/** After the approval of the profile: enrolling, and what comes of it. */
export function enrolmentAction(
  profile: Profile,
  enrolment: Enrolment | null,
  session: string,
  window: Stand,
  print: Window | undefined,
): NextAction {
  const open = window.is === 'open';
  const until = open ? window.closesAt : undefined;
  const number = profile.admissionNumber ? `，准考证号 ${profile.admissionNumber}` : '';
  const state = enrolment?.state ?? 'draft';
  if (state === 'rejected')
    return {
      needsYou: open,
      title: open ? '修改报考信息，重新提交' : '报考信息审核不通过',
      text: open
        ? '考区审核不通过，请按提示修改后重新提交。'
        : '本次报考已经截止，不能再修改。如有疑问，请联系考区。',
      until,
      ...toEnrolment('查看原因'),
    };
  if (state !== 'draft' && enrolment?.changed && open)
    return {
      needsYou: true,
      title: '报考信息有修改，还没有提交',
      text: '以截止前最后一次提交的内容为准。不再修改的话，已提交的内容不受影响。',
      until,
      ...toEnrolment('查看并提交'),
    };
  if (state === 'pending')
    return {
      needsYou: false,
      title: '等待考区审核报考信息',
      text: '报考信息已提交。截止前可以修改，以最后一次提交的内容为准。',
      until,
      ...toEnrolment('查看报考信息'),
    };
  if (state === 'approved')
    return {
      needsYou: false,
      title: '报考成功',
      text: print
        ? `${session}考试报考成功。考场座次通知单的打印时间是 ${formatMoment(print.opensAt)} 起。`
        : `${session}考试报考成功。考场座次通知单的打印时间公布后会显示在这里。`,
      ...toEnrolment('查看报考信息'),
    };
  if (open)
    return {
      needsYou: true,
      title: `填报 ${session}报考课程`,
      text: `基本信息已审核通过${number}。`,
      until,
      ...toEnrolment(enrolment?.agreement ? '继续报考信息填报' : '报考信息填报'),
    };
  return closedEnrolment(window, `基本信息已审核通过${number}。`);
}

function closedEnrolment(window: Stand, ready: string): NextAction {
  if (window.is === 'before')
    return {
      needsYou: false,
      title: `报考课程 ${formatMoment(window.opensAt)} 开放`,
      text: `${ready}开放后就可以报考，现在可以先看开考课程。`,
      to: paths.catalogue,
      button: '看开考专业与课程表',
    };
  const over = window.is === 'over';
  return {
    needsYou: false,
    title: over ? '本次报考已经截止' : '目前没有可以报考的考次',
    text: `${ready}${over && window.is === 'over' ? `截止时间是 ${formatMoment(window.closesAt)}。` : ''}下一次的时间公布后会显示在这里。`,
    to: paths.catalogue,
    button: '看开考专业与课程表',
  };
}
