import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id, Moment } from '../list.ts';
import { DraftBody } from './answers.ts';
import {
  Application,
  FiledApplication,
  KindHead,
  KindInfo,
  KindName,
  OwnTables,
  Preview,
  PrintedPaper,
} from './shapes.ts';

const tag = '申请';
const access = 'application.own';
const params = z.object({ id: Id });

export const listKinds = endpoint({
  method: 'GET',
  path: '/application-kinds',
  access,
  tag,
  summary: '各种申请与办理时间',
  returns: z.object({ items: z.array(KindHead) }),
});
export const getKind = endpoint({
  method: 'GET',
  path: '/application-kinds/:kind',
  access,
  tag,
  summary: '一种申请的办理要求、办理时间与我的申请',
  params: z.object({ kind: KindName }),
  returns: KindInfo,
  problems: ['notFound'],
});
export const listApplications = endpoint({
  method: 'GET',
  path: '/applications',
  access,
  tag,
  summary: '我的全部申请',
  returns: z.object({ items: z.array(FiledApplication) }),
});
/** 申请: makes the draft if there is none; asking again gives the same one. */
export const beginApplication = endpoint({
  method: 'POST',
  path: '/applications',
  access,
  tag,
  summary: '申请：开始一份草稿',
  idempotent: true,
  status: 201,
  body: z.object({ kind: KindName }),
  returns: Application,
  problems: ['notFound', 'profile.needed', 'window.closed', 'application.refused', 'application.open'],
});
export const getApplication = endpoint({
  method: 'GET',
  path: '/applications/:id',
  access,
  tag,
  summary: '一份申请的详情：内容、不通过原因、进度',
  params,
  etag: true,
  returns: Application,
  problems: ['notFound'],
});
/** Lists that are the person's own: courses of the plan, of the 考籍, published scores. */
export const getApplicationOptions = endpoint({
  method: 'GET',
  path: '/applications/:id/options',
  access,
  tag,
  summary: '申请表中可选的本人课程与成绩，不能选的写明原因',
  params,
  returns: OwnTables,
  problems: ['notFound'],
});
export const agreeToRequirements = endpoint({
  method: 'PUT',
  path: '/applications/:id/agreement',
  access,
  tag,
  summary: '知晓办理要求及流程',
  params,
  body: z.object({ version: z.string().max(40) }),
  etag: true,
  returns: Application,
  problems: ['notFound', 'conflict', 'application.closed'],
});
export const saveApplicationDraft = endpoint({
  method: 'PATCH',
  path: '/applications/:id/draft',
  access,
  tag,
  summary: '保存申请草稿',
  params,
  ifMatch: true,
  etag: true,
  body: DraftBody,
  returns: z.object({ version: z.number().int(), savedAt: Moment }),
  problems: ['notFound', 'request.stale', 'application.closed', 'window.closed'],
});
/** 下一步: the step's fields and every rule, nothing written. Without `step`: the whole form. */
export const checkApplication = endpoint({
  method: 'POST',
  path: '/applications/:id/check',
  access,
  tag,
  summary: '检查一步或全部内容，给出预览',
  params,
  body: z.object({ step: z.string().max(40).optional() }),
  returns: Preview,
  problems: ['notFound', 'application.refused', 'application.closed', 'window.closed', 'profile.needed'],
});
export const submitApplication = endpoint({
  method: 'POST',
  path: '/applications/:id/submission',
  access,
  tag,
  summary: '提交审核；审核不通过的，完善后重新提交同一份',
  params,
  idempotent: true,
  ifMatch: true,
  etag: true,
  returns: Application,
  problems: [
    'notFound',
    'application.refused',
    'application.open',
    'application.closed',
    'window.closed',
    'profile.needed',
    'request.stale',
    'conflict',
  ],
});
export const withdrawApplication = endpoint({
  method: 'POST',
  path: '/applications/:id/withdrawal',
  access,
  tag,
  summary: '撤回申请，或放弃草稿',
  params,
  etag: true,
  returns: Application,
  problems: ['notFound', 'conflict'],
});
export const getPaper = endpoint({
  method: 'GET',
  path: '/applications/:id/papers/:paper',
  access,
  tag,
  summary: '打印用的受理回执、申请表、告知单',
  params: z.object({ id: Id, paper: z.string().max(40) }),
  returns: PrintedPaper,
  problems: ['notFound', 'conflict'],
});
