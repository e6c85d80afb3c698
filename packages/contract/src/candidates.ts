import { z } from 'zod';
import { BINARY, endpoint } from './endpoint.ts';
import { PICTURE_KINDS } from './forms/fields.ts';
import { draftSchema } from './forms/form.ts';
import { lifecycle } from './lifecycle.ts';
import { Id, Moment } from './list.ts';
import { Judgement } from './measures.ts';
import { profileForm } from './profile-form.ts';

const tag = '基本信息';

/** Review of the profile; the words are the guide's. */
export const profileLifecycle = lifecycle({
  subject: 'profile',
  states: { draft: '未提交', pending: '考区未审核', approved: '审核通过', rejected: '审核不通过' },
  actions: {
    submit: {
      from: ['draft', 'pending', 'rejected'],
      to: 'pending',
      by: ['candidate'],
      label: '提交考区审核',
    },
    approve: { from: ['pending'], to: 'approved', by: ['district'], label: '考区审核通过' },
    reject: { from: ['pending'], to: 'rejected', by: ['district'], label: '考区审核不通过', note: true },
    /** The account is closed (desk): nobody reviews it any more. */
    retract: { from: ['pending', 'rejected'], to: 'draft', by: ['system'], label: '账号停用，退出审核' },
  },
});
export type ProfileState = keyof typeof profileLifecycle.states;
export type ProfileAction = keyof typeof profileLifecycle.actions;

/** The photo of the profile. `uploaded` is between choosing a picture and 提交验证. */
export const photoLifecycle = lifecycle({
  subject: 'photo',
  states: {
    none: '未上传',
    uploaded: '待验证',
    verifying: '验证中',
    passed: '验证通过',
    failed: '验证未通过',
    desk: '待线下采集',
    collected: '线下已采集',
  },
  actions: {
    upload: {
      from: ['none', 'uploaded', 'verifying', 'passed', 'failed', 'desk'],
      to: 'uploaded',
      by: ['candidate'],
      label: '上传照片',
    },
    verify: {
      from: ['uploaded', 'passed', 'failed'],
      to: 'verifying',
      by: ['candidate'],
      label: '提交验证',
    },
    pass: { from: ['verifying'], to: 'passed', by: ['system'], label: '照片验证通过' },
    fail: { from: ['verifying'], to: 'failed', by: ['system'], label: '照片验证未通过' },
    /** The verifier could not answer: no try is counted. */
    giveBack: { from: ['verifying'], to: 'uploaded', by: ['system'], label: '暂时无法验证' },
    chooseDesk: {
      from: ['none', 'failed', 'uploaded', 'verifying', 'passed', 'desk'],
      to: 'desk',
      by: ['candidate'],
      label: '选择到考区线下采集',
    },
    collect: {
      from: ['none', 'uploaded', 'verifying', 'passed', 'failed', 'desk', 'collected'],
      to: 'collected',
      by: ['district'],
      label: '考区线下采集照片',
    },
  },
});
export type PhotoState = keyof typeof photoLifecycle.states;

/** Tries after which the candidate is asked: 继续上传 or 到考区线下采集 (guide, section 4). */
export const TRIES_BEFORE_CHOICE = 3;

export const Reason = z.object({
  field: z.string().max(40),
  text: z.string().trim().min(1, '请写明原因').max(200),
});
export type Reason = z.output<typeof Reason>;

export const PictureInfo = z.object({
  id: Id,
  kind: z.enum(PICTURE_KINDS),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
});

export const Photo = z.object({
  state: z.enum(Object.keys(photoLifecycle.states) as [PhotoState]),
  picture: Id.optional(),
  /** Failed 提交验证 so far. */
  failures: z.number().int(),
  /** Three failures since the last choice: 继续上传 or 到考区线下采集 comes first. */
  choiceNeeded: z.boolean(),
  /** After three failures, or without the consent below. */
  deskAllowed: z.boolean(),
  /** Separate consent to the checking of card and face images (PIPL art. 29): version of the privacy notice. */
  consent: z.object({ version: z.string(), at: Moment }).optional(),
  judgement: Judgement.optional(),
  /** While `verifying`: how many are judged before this one. Ask again for the profile until the state has moved on. */
  waiting: z.object({ ahead: z.number().int() }).optional(),
  /** The last 提交验证 could not be judged; it was not counted. */
  unavailable: z.boolean().optional(),
  /** Nothing can be judged at present: the desk is open to everybody. */
  verifierDown: z.boolean().optional(),
});

export const TimelineEntry = z.object({ at: Moment, label: z.string(), note: z.string().optional() });

export const Profile = z
  .object({
    version: z.number().int(),
    state: z.enum(Object.keys(profileLifecycle.states) as [ProfileState]),
    actions: z.array(z.string()),
    answers: z.record(z.string(), z.unknown()).describe('填写内容，含账号带出的固定项和图片编号'),
    agreement: z.object({ version: z.string(), at: Moment }).optional(),
    /** The form step was confirmed with 保存信息 and is complete: the photo page is open. */
    confirmed: z.boolean(),
    photo: Photo,
    savedAt: Moment.optional(),
    submittedAt: Moment.optional(),
    reviewedAt: Moment.optional(),
    /** Reference shown on 报名填报完成. */
    reference: z.string(),
    district: z.object({ code: z.string(), name: z.string() }).optional(),
    admissionNumber: z.string().optional(),
    reasons: z.array(Reason),
    remark: z.string().optional(),
    timeline: z.array(TimelineEntry),
  })
  .meta({ id: 'Profile' });
export type Profile = z.output<typeof Profile>;

export const getProfile = endpoint({
  method: 'GET',
  path: '/profile',
  access: 'profile.own',
  tag,
  summary: '我的基本信息',
  returns: Profile,
  etag: true,
});
export const agreeToNotice = endpoint({
  method: 'PUT',
  path: '/profile/agreement',
  access: 'profile.own',
  tag,
  summary: '同意考生须知',
  body: z.object({ version: z.string().max(40) }),
  returns: Profile,
  etag: true,
  problems: ['conflict', 'profile.closed'],
});
export const saveProfileDraft = endpoint({
  method: 'PATCH',
  path: '/profile/draft',
  access: 'profile.own',
  tag,
  summary: '保存草稿，可以未填完',
  ifMatch: true,
  etag: true,
  body: draftSchema(profileForm),
  returns: z.object({ version: z.number().int(), savedAt: Moment }),
  problems: ['profile.closed', 'request.stale'],
});
export const uploadPicture = endpoint({
  method: 'PUT',
  path: '/profile/pictures/:kind',
  access: 'profile.own',
  tag,
  summary: '上传身份证图片或电子照片（裁剪后的图片）',
  params: z.object({ kind: z.enum(PICTURE_KINDS) }),
  body: BINARY,
  returns: z.object({ picture: PictureInfo, version: z.number().int(), savedAt: Moment }),
  etag: true,
  problems: [
    'profile.closed',
    'picture.wrongType',
    'picture.unreadable',
    'picture.tooLarge',
    'picture.tooManyPixels',
    'picture.tooSmall',
    'picture.animated',
  ],
});
export const confirmProfile = endpoint({
  method: 'POST',
  path: '/profile/confirmation',
  access: 'profile.own',
  tag,
  summary: '保存信息：检查全部内容，进入照片上传',
  ifMatch: true,
  etag: true,
  returns: Profile,
  problems: ['profile.closed', 'profile.notReady', 'request.stale'],
});
/** Asked for before the first 提交验证, apart from the consent at registration (PIPL art. 29). */
export const consentToPictures = endpoint({
  method: 'PUT',
  path: '/profile/picture-consent',
  access: 'profile.own',
  tag,
  summary: '单独同意处理身份证图片和照片',
  body: z.object({ version: z.string().max(40) }),
  returns: Profile,
  etag: true,
  problems: ['conflict', 'profile.closed'],
});
export const verifyPhoto = endpoint({
  method: 'POST',
  path: '/profile/verification',
  access: 'profile.own',
  tag,
  summary: '提交验证：排队检查照片和身份证，结果在 GET /profile；成功即提交考区审核',
  idempotent: true,
  returns: Profile,
  problems: [
    'photo.consentNeeded',
    'profile.closed',
    'profile.notReady',
    'photo.needed',
    'photo.choiceNeeded',
    'photo.unavailable',
    'window.closed',
    'conflict',
  ],
});
export const choosePhotoWay = endpoint({
  method: 'POST',
  path: '/profile/photo-choice',
  access: 'profile.own',
  tag,
  summary: '三次不成功后：继续上传，或到考区线下采集（随即提交考区审核）',
  body: z.object({ choice: z.enum(['continue', 'desk']) }),
  returns: Profile,
  problems: ['profile.closed', 'profile.notReady', 'photo.choiceNotOpen', 'window.closed', 'conflict'],
});
/** Own pictures, or those of a case the officer may see; never cached. */
export const getPicture = endpoint({
  method: 'GET',
  path: '/pictures/:id',
  access: 'session',
  tag,
  summary: '一张图片',
  params: z.object({ id: Id }),
  returns: BINARY,
  problems: ['notFound'],
});
