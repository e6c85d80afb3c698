import { z } from 'zod';
import { IdNumber } from '../codes/id-number.ts';
import { PersonName } from '../codes/name.ts';
import { Phone } from '../codes/phone.ts';
import { BINARY, endpoint } from '../endpoint.ts';
import { PICTURE_KINDS } from '../forms/fields.ts';
import { CodeSent, SmsCode, Solution } from '../identity-shapes.ts';
import { Id, page, PageQuery } from '../list.ts';
import { DeskSearch } from './find.ts';
import { papersSeen } from './papers.ts';
import { DeskHead, DeskPerson, DeskRequest, MadeAtDesk } from './shapes.ts';

const tag = '现场';
const params = z.object({ id: Id });
const reason = (what: string) =>
  z
    .string({ error: `请填写${what}` })
    .trim()
    .min(4, `请写明${what}，至少 4 个字`)
    .max(300);

/** A POST, so that no number stands in an address; what was asked for is never logged, that it was is. */
export const findPeople = endpoint({
  method: 'POST',
  path: '/desk/searches',
  access: 'review.desk',
  tag,
  summary: '按完整的身份证号、手机号、准考证号，或姓名加出生日期查找本考区考生',
  body: DeskSearch,
  returns: z.object({ items: z.array(DeskHead), more: z.boolean() }),
  problems: ['desk.tooMany'],
});
export const getPerson = endpoint({
  method: 'GET',
  path: '/desk/people/:id',
  access: 'review.desk',
  tag,
  summary: '一名考生在现场可以办理什么（查看会记入访问日志）',
  params,
  returns: DeskPerson,
  problems: ['notFound'],
});
export const sendDeskCode = endpoint({
  method: 'POST',
  path: '/desk/sms-codes',
  access: 'review.desk',
  tag,
  summary: '向考生的新手机号发送验证码，由考生当面报出',
  body: z.object({ phone: Phone, solution: Solution }),
  returns: CodeSent,
  problems: ['code.tooSoon', 'code.tooMany', 'code.notSent', 'challenge.wrong'],
});
/** For somebody who cannot receive a code now. The account sleeps until its owner enters it. */
export const registerAtDesk = endpoint({
  method: 'POST',
  path: '/desk/candidates',
  access: 'review.desk',
  tag,
  summary: '现场为收不到验证码的考生注册；考生凭回执上的登录码和手机号首次登录',
  body: z.object({ name: PersonName, idNumber: IdNumber, phone: Phone, papers: papersSeen('registration') }),
  status: 201,
  idempotent: true,
  returns: MadeAtDesk,
  problems: ['registration.idTaken', 'registration.phoneTaken', 'desk.tooMany'],
});
export const renewPaperCode = endpoint({
  method: 'POST',
  path: '/desk/people/:id/paper-code',
  access: 'review.desk',
  tag,
  summary: '首次登录码遗失或过期：换一个，原来的随即失效',
  params,
  body: z.object({ papers: papersSeen('registration') }),
  returns: MadeAtDesk,
  problems: ['notFound', 'conflict'],
});
export const requestPhoneChange = endpoint({
  method: 'POST',
  path: '/desk/people/:id/phone-changes',
  access: 'review.desk',
  tag,
  summary: '原手机号无法使用：现场更换，24 小时后生效',
  params,
  body: z.object({
    phone: Phone,
    code: SmsCode,
    papers: papersSeen('phone'),
    reason: reason('更换的原因'),
  }),
  idempotent: true,
  status: 201,
  returns: DeskRequest,
  problems: ['notFound', 'conflict', 'code.wrong', 'registration.phoneTaken', 'desk.open', 'desk.tooMany'],
});
export const requestRelease = endpoint({
  method: 'POST',
  path: '/desk/releases',
  access: 'review.desk',
  tag,
  summary: '身份证号被他人占用：释放，24 小时后生效，本人即可重新注册',
  body: z.object({ idNumber: IdNumber, papers: papersSeen('release'), reason: reason('占用的情况') }),
  idempotent: true,
  status: 201,
  returns: DeskRequest,
  problems: ['conflict', 'desk.notTaken', 'desk.open', 'desk.tooMany'],
});
/** The ticks of the pictures' list, comma between: the body is the picture. */
const Ticks = z
  .string({ error: '请逐项核对并勾选' })
  .transform((codes) => codes.split(',').filter(Boolean))
  .pipe(papersSeen('pictures'));
export const takePicture = endpoint({
  method: 'PUT',
  path: '/desk/people/:id/pictures/:kind',
  access: 'review.desk',
  tag,
  summary: '现场为考生拍摄或上传照片、身份证图片，检查结果考生可见',
  params: z.object({ id: Id, kind: z.enum(PICTURE_KINDS) }),
  query: z.object({ papers: Ticks }),
  body: BINARY,
  returns: DeskPerson,
  problems: [
    'notFound',
    'profile.closed',
    'conflict',
    'review.claimed',
    'picture.wrongType',
    'picture.unreadable',
    'picture.tooLarge',
    'picture.tooManyPixels',
    'picture.tooSmall',
    'picture.animated',
  ],
});
export const getReceipt = endpoint({
  method: 'GET',
  path: '/desk/receipts/:id',
  access: 'review.desk',
  tag,
  summary: '现场办理回执（PDF）',
  params,
  returns: BINARY,
  download: true,
  problems: ['notFound'],
});
export const listDeskRequests = endpoint({
  method: 'GET',
  path: '/desk/requests',
  access: 'desk.requests',
  tag,
  summary: '更换手机号与释放身份证号的办理记录，最近的在前',
  query: PageQuery.extend({ open: z.stringbool().default(true) }),
  returns: page(DeskRequest),
});
export const confirmDeskRequest = endpoint({
  method: 'POST',
  path: '/desk/requests/:id/confirmation',
  access: 'desk.requests',
  tag,
  summary: '复核同意（不能复核自己办理的）',
  params,
  returns: DeskRequest,
  problems: ['notFound', 'conflict', 'desk.ownRequest'],
});
export const refuseDeskRequest = endpoint({
  method: 'POST',
  path: '/desk/requests/:id/refusal',
  access: 'desk.requests',
  tag,
  summary: '复核不同意',
  params,
  body: z.object({ reason: reason('不同意的原因') }),
  returns: DeskRequest,
  problems: ['notFound', 'conflict', 'desk.ownRequest'],
});
export const undoDeskRequest = endpoint({
  method: 'POST',
  path: '/desk/requests/:id/undo',
  access: 'desk.requests',
  tag,
  summary: '生效前撤销',
  params,
  body: z.object({ reason: reason('撤销的原因') }),
  returns: DeskRequest,
  problems: ['notFound', 'conflict'],
});
