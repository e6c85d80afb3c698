import { z } from 'zod';
import { Phone } from './codes/phone.ts';
import { NewPassword } from './codes/password.ts';
import { endpoint } from './endpoint.ts';
import {
  Challenge,
  CodeSent,
  FirstSignIn,
  Registration,
  Session,
  SessionEnd,
  SmsCode,
  Solution,
} from './identity-shapes.ts';
import { Id, Moment, page, PageQuery } from './list.ts';

export * from './identity-shapes.ts';

const tag = '账号';
const password = z.string({ error: '请填写密码' }).min(1, '请填写密码').max(200);

export const getChallenge = endpoint({
  method: 'GET',
  path: '/challenge',
  access: 'public',
  tag,
  summary: '取一道工作量证明题目，发送短信验证码前使用',
  returns: Challenge,
});
export const sendCode = endpoint({
  method: 'POST',
  path: '/sms-codes',
  access: 'public',
  tag,
  summary: '发送短信验证码',
  body: z.object({
    purpose: z.enum(['registration', 'signIn', 'passwordReset', 'firstSignIn']),
    phone: Phone,
    solution: Solution,
  }),
  returns: CodeSent,
  problems: ['code.tooSoon', 'code.tooMany', 'code.notSent', 'challenge.wrong', 'signIn.passwordNeeded'],
});
export const sendOwnCode = endpoint({
  method: 'POST',
  path: '/account/sms-codes',
  access: 'candidate.account',
  tag,
  summary: '向本人原手机号或新手机号发送验证码',
  body: z.discriminatedUnion('purpose', [
    z.object({ purpose: z.literal('phoneOld'), solution: Solution }),
    z.object({ purpose: z.literal('phoneNew'), phone: Phone, solution: Solution }),
  ]),
  returns: CodeSent,
  problems: ['code.tooSoon', 'code.tooMany', 'code.notSent', 'challenge.wrong'],
});
export const register = endpoint({
  method: 'POST',
  path: '/registrations',
  access: 'public',
  tag,
  // Not by Idempotency-Key: the answer sets a cookie. A lost answer is mended by asking again with the same values.
  summary: '注册考生账号并登录',
  status: 201,
  body: Registration,
  returns: Session,
  problems: [
    'code.wrong',
    'registration.idTaken',
    'registration.phoneTaken',
    'signIn.locked',
    'signIn.tooMany',
  ],
});
export const firstSignIn = endpoint({
  method: 'POST',
  path: '/first-sign-ins',
  access: 'public',
  tag,
  summary: '考区代为注册的账号首次登录：回执上的登录码、短信验证码和新密码',
  status: 201,
  body: FirstSignIn,
  returns: Session,
  problems: ['code.wrong', 'signIn.tooMany'],
});
export const signIn = endpoint({
  method: 'POST',
  path: '/sessions',
  access: 'public',
  tag,
  summary: '用身份证号或手机号加密码登录',
  status: 201,
  body: z.object({
    account: z.string({ error: '请填写身份证号或手机号' }).trim().min(1, '请填写身份证号或手机号').max(40),
    password,
  }),
  returns: Session,
  problems: ['signIn.wrong', 'signIn.merged', 'signIn.locked', 'signIn.tooMany'],
});
export const signInByCode = endpoint({
  method: 'POST',
  path: '/sessions/sms',
  access: 'public',
  tag,
  summary: '用手机号加短信验证码登录',
  status: 201,
  body: z.object({ phone: Phone, code: SmsCode }),
  returns: Session,
  problems: ['code.wrong', 'signIn.passwordNeeded', 'signIn.tooMany'],
});
export const staffSignIn = endpoint({
  method: 'POST',
  path: '/staff/sessions',
  access: 'public',
  tag,
  summary: '工作人员登录',
  status: 201,
  body: z.object({
    username: z.string({ error: '请填写账号' }).trim().min(1, '请填写账号').max(40),
    password,
  }),
  returns: Session,
  problems: ['signIn.wrong', 'signIn.deactivated', 'signIn.temporaryOver', 'signIn.locked', 'signIn.tooMany'],
});
/** Called while the session is pending: a `public` endpoint that reads the pending session itself. */
export const sendSecondFactor = endpoint({
  method: 'POST',
  path: '/session/sms-codes',
  access: 'public',
  tag,
  summary: '登录第二步：向预留手机号发送验证码',
  body: z.object({ solution: Solution }),
  returns: CodeSent,
  problems: ['signedOut', 'code.tooSoon', 'code.tooMany', 'code.notSent', 'challenge.wrong'],
});
export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/session/second-factor',
  access: 'public',
  tag,
  summary: '登录第二步：短信验证码或动态口令',
  body: z.object({ code: SmsCode }),
  returns: Session,
  problems: ['signedOut', 'code.wrong', 'signIn.totpWrong', 'signIn.locked', 'signIn.tooMany'],
});
export const getSession = endpoint({
  method: 'GET',
  path: '/session',
  access: 'public',
  tag,
  summary: '当前登录者；未登录时 session 为空，被别人结束的说明怎样结束',
  returns: z.object({ session: Session.nullable(), ended: SessionEnd.optional() }),
});
/** Counts as activity; the idle warning's 继续使用. */
export const extendSession = endpoint({
  method: 'POST',
  path: '/session/extension',
  access: 'session',
  tag,
  summary: '延长登录',
  returns: Session,
});
export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  access: 'public',
  tag,
  summary: '退出登录',
});
export const resetPassword = endpoint({
  method: 'POST',
  path: '/password-resets',
  access: 'public',
  tag,
  summary: '忘记密码：用短信验证码设置新密码，所有登录随即失效',
  body: z.object({ phone: Phone, code: SmsCode, password: NewPassword }),
  problems: ['code.wrong', 'signIn.tooMany'],
});

export const Account = z
  .object({
    name: z.string(),
    idNumber: z.string(),
    maskedPhone: z.string(),
    admissionNumber: z.string().optional(),
    createdAt: Moment,
    consent: z.object({ version: z.string(), at: Moment }),
  })
  .meta({ id: 'Account' });
export const Device = z.object({
  id: Id,
  current: z.boolean(),
  device: z.string(),
  ip: z.string(),
  signedInAt: Moment,
  lastSeenAt: Moment,
});
export const AccessEntry = z.object({ id: z.string(), at: Moment, who: z.string(), what: z.string() });

export const getAccount = endpoint({
  method: 'GET',
  path: '/account',
  access: 'candidate.account',
  tag,
  summary: '我的账号',
  returns: Account,
});
export const changePassword = endpoint({
  method: 'PUT',
  path: '/account/password',
  access: 'account.own',
  tag,
  summary: '修改密码，其他设备随即退出',
  body: z.object({ current: z.string().min(1, '请填写当前密码').max(200), password: NewPassword }),
  problems: ['password.wrong', 'signIn.locked'],
});
export const changePhone = endpoint({
  method: 'PUT',
  path: '/account/phone',
  access: 'candidate.account',
  tag,
  summary: '更换手机号',
  body: z.object({ oldCode: SmsCode, phone: Phone, newCode: SmsCode }),
  returns: Account,
  problems: ['code.wrong', 'registration.phoneTaken'],
});
export const listDevices = endpoint({
  method: 'GET',
  path: '/account/sessions',
  access: 'account.own',
  tag,
  summary: '已登录的设备',
  returns: z.object({ items: z.array(Device) }),
});
export const revokeDevice = endpoint({
  method: 'DELETE',
  path: '/account/sessions/:id',
  access: 'account.own',
  tag,
  summary: '让一台设备退出登录',
  params: z.object({ id: Id }),
  problems: ['notFound'],
});
export const listAccess = endpoint({
  method: 'GET',
  path: '/account/access-log',
  access: 'candidate.account',
  tag,
  summary: '谁看过我的资料',
  query: PageQuery,
  returns: page(AccessEntry),
});
export const downloadData = endpoint({
  method: 'GET',
  path: '/account/data',
  access: 'candidate.account',
  tag,
  summary: '下载我的数据',
  returns: z.looseObject({}),
});

/** Called while the session is pending: a `public` endpoint that reads the pending session itself. */
export const chooseFirstPassword = endpoint({
  method: 'PUT',
  path: '/staff/first-password',
  access: 'public',
  tag,
  summary: '工作人员首次登录：把临时密码换成自己的',
  body: z.object({ password: NewPassword }),
  returns: Session,
  problems: ['signedOut'],
});

export const TotpSetup = z.object({ secret: z.string(), uri: z.string() });
export const beginTotp = endpoint({
  method: 'POST',
  path: '/staff/totp',
  access: 'public',
  tag,
  summary: '工作人员首次登录：取动态口令密钥',
  returns: TotpSetup,
  problems: ['signedOut'],
});
