import type { EventName, EventPayload } from '@zikao/contract/events';
import type { Event } from '#platform/outbox';

/** What a person finds among the messages, and on the phone if it is worth an SMS. `link`: an address of the web app. */
export interface Note {
  /** Several where one event tells many the same. */
  account: string | readonly string[];
  title: string;
  body: string;
  link: string;
  sms?: string;
}
type Fill<N extends EventName> = (payload: EventPayload<N>) => Note;

/** One line per event; `none`: the screen that caused it says it already. */
const TEMPLATES: { [N in EventName]: Fill<N> | 'none' } = {
  'account.registered': ({ candidate }) => ({
    account: candidate,
    title: '注册成功',
    body: '欢迎使用考生服务平台。请先完成基本信息填报，考区审核通过后即可报考。',
    link: '/profile',
  }),
  'account.madeAtDesk': ({ candidate }) => ({
    account: candidate,
    title: '考区已为您建立账号',
    body: '您在考区现场办理了注册。请完成基本信息填报，考区审核通过后即可报考。',
    link: '/profile',
    sms: '考区已为您建立自考账号。请凭现场回执上的首次登录码和本手机号，在考生服务平台首次登录并设置密码。如非本人办理，请与考区联系。',
  }),
  'account.passwordChanged': ({ account }) => ({
    account,
    title: '密码已修改',
    body: '您的登录密码已修改，其他设备已退出登录。如果不是您本人操作，请立即用“忘记密码”重新设置，并与考区联系。',
    link: '/account',
  }),
  'account.phoneChanged': ({ candidate }) => ({
    account: candidate,
    title: '手机号已更换',
    body: '您的手机号已更换，以后请用新手机号登录和接收验证码。如果不是您本人操作，请立即与考区联系。',
    link: '/account',
  }),
  'profile.submitted': ({ candidate }) => ({
    account: candidate,
    title: '基本信息已提交',
    body: '您的基本信息已提交考区审核，审核结果会在这里通知您。',
    link: '/profile',
  }),
  'profile.approved': ({ candidate, message }) => ({
    account: candidate,
    title: '基本信息审核通过',
    body: message,
    link: '/home',
    sms: '您的自考基本信息已通过考区审核，请登录考生服务平台查看准考证号，并在规定时间内报考。',
  }),
  'profile.rejected': ({ candidate, message }) => ({
    account: candidate,
    title: '基本信息审核不通过',
    body: message,
    link: '/profile',
    sms: '您的自考基本信息审核不通过，请登录考生服务平台查看原因，修改后重新提交。',
  }),
  'photo.passed': 'none',
  'photo.failed': ({ candidate }) => ({
    account: candidate,
    title: '照片验证未通过',
    body: '您提交验证的照片没有通过，基本信息还没有提交考区审核。请打开照片上传页面查看原因，换一张照片再提交验证。',
    link: '/profile',
  }),
  'photo.unavailable': ({ candidate }) => ({
    account: candidate,
    title: '照片暂时无法验证',
    body: '您提交验证的照片这次没能检查，不计次数，已填内容都在。请稍后再提交验证，或选择到考区线下采集。',
    link: '/profile',
  }),
  'photo.originalsUnused': 'none',
  'photo.desk': ({ candidate }) => ({
    account: candidate,
    title: '请到考区采集照片',
    body: '您选择了到考区线下采集照片。请携带有效身份证件，在办公时间前往所选考区办理，采集后由考区审核。',
    link: '/districts',
  }),
  'photo.collected': ({ candidate }) => ({
    account: candidate,
    title: '照片已采集',
    body: '考区已采集您的照片，请等待审核结果。',
    link: '/profile',
  }),
  'card.collected': ({ candidate }) => ({
    account: candidate,
    title: '身份证图片已采集',
    body: '考区已在现场采集您的身份证图片。如果不是您本人到场办理，请立即与考区联系。',
    link: '/profile',
  }),
  'photo.checked': 'none',
  'enrolment.submitted': ({ candidate, no }) => ({
    account: candidate,
    title: no > 1 ? '报考信息已重新提交' : '报考信息已提交',
    body: '您的报考信息已提交考区审核。截止时间前可以修改，以最后一次提交为准。',
    link: '/enrolment',
  }),
  'enrolment.approved': ({ candidate, message }) => ({
    account: candidate,
    title: '报考成功',
    body: message,
    link: '/enrolment',
    sms: '您的自考报考信息已通过考区审核，报考成功。请登录考生服务平台查看。',
  }),
  'enrolment.rejected': ({ candidate, message }) => ({
    account: candidate,
    title: '报考信息审核不通过',
    body: message,
    link: '/enrolment',
    sms: '您的自考报考信息审核不通过，请登录考生服务平台查看原因，在截止时间前修改后重新提交。',
  }),
  'seats.published': ({ candidates, message }) => ({
    account: candidates,
    title: '考场座次已公布',
    body: message,
    link: '/query/seats',
    sms: '您的自考考场座次已公布，请登录考生服务平台查看，并在规定时间内打印考场座次通知单。',
  }),
  'seats.changed': ({ candidates, message }) => ({
    account: candidates,
    title: '考场座位有调整',
    body: message,
    link: '/query/seats',
    sms: '您的自考考场座位有调整，请登录考生服务平台查看，并重新打印考场座次通知单。',
  }),
  'seats.withdrawn': ({ candidates, message }) => ({
    account: candidates,
    title: '考场座次已撤回',
    body: message,
    link: '/query/seats',
    sms: '您的自考考场座次已撤回，重新公布后会再通知您，请以新的座次为准。',
  }),
  'scores.published': ({ candidates, message }) => ({
    account: candidates,
    title: '成绩已公布',
    body: message,
    link: '/query/scores',
    sms: '自考成绩已公布，请登录考生服务平台查看；申请成绩复核请留意截止时间。',
  }),
  'merge.done': ({ candidate, message }) => ({
    account: candidate,
    title: '合档已办理',
    body: message,
    link: '/query/passed',
    sms: '您的自考准考证号已合档，请登录考生服务平台核对。如不是您本人办理，请立即与考区联系。',
  }),
  'merge.undone': ({ candidate, message }) => ({
    account: candidate,
    title: '合档已撤销',
    body: message,
    link: '/query/passed',
    sms: '您的自考合档已撤销，请登录考生服务平台查看。',
  }),
  'deadline.near': ({ candidates, title, message, link }) => ({
    account: candidates,
    title,
    body: message,
    link,
    sms: `自考提醒：${title}。请在一天之内登录考生服务平台办理。`,
  }),
  'record.restored': ({ candidate, message }) => ({
    account: candidate,
    title: '考籍已恢复',
    body: message,
    link: '/query/passed',
    sms: '您的自考考籍已恢复，请登录考生服务平台查看。',
  }),
  'application.submitted': ({ candidate, kind, title, no, message }) => ({
    account: candidate,
    title: no > 1 ? `${title}已重新提交` : `${title}已提交`,
    body: message,
    link: `/applications/${kind}`,
  }),
  'application.visited': ({ candidate, kind, title, message }) => ({
    account: candidate,
    title: `${title}已现场审核`,
    body: message,
    link: `/applications/${kind}`,
  }),
  'application.forwarded': ({ candidate, kind, title, message }) => ({
    account: candidate,
    title: `${title}考区审核通过`,
    body: message,
    link: `/applications/${kind}`,
  }),
  'application.approved': ({ candidate, kind, title, message }) => ({
    account: candidate,
    title: `${title}审核通过`,
    body: message,
    link: `/applications/${kind}`,
    sms: `您的自考${title}已有审核结果，请登录考生服务平台查看。`,
  }),
  'application.rejected': ({ candidate, kind, title, message }) => ({
    account: candidate,
    title: `${title}审核不通过`,
    body: message,
    link: `/applications/${kind}`,
    sms: `您的自考${title}审核不通过，请登录考生服务平台查看原因，完善后重新提交。`,
  }),
  'application.withdrawn': ({ candidate, kind, title }) => ({
    account: candidate,
    title: `${title}已撤回`,
    body: `您的${title}已撤回，不再审核。需要时可以在办理时间内重新申请。`,
    link: `/applications/${kind}`,
  }),
  'application.collected': ({ candidate, kind, title, message }) => ({
    account: candidate,
    title: `${title}告知单已领取`,
    body: message,
    link: `/applications/${kind}`,
  }),
  'decision.due': 'none',
  'desk.moved': ({ candidate, title, message }) => ({
    account: candidate,
    title,
    body: message,
    link: '/account',
  }),
  'desk.smsDue': 'none',
  'sms.due': 'none',
  'sms.mass': 'none',
};

/** The note an event is worth; undefined: none. */
export function noteOf(event: Event): Note | undefined {
  const fill = TEMPLATES[event.name] as Fill<EventName> | 'none';
  return fill === 'none' ? undefined : fill(event.payload);
}
