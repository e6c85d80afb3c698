import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { NoticeHead, TEXT_KINDS, type TextKind } from './exams.ts';
import { Moment, page, PageQuery } from './list.ts';

const tag = '公告与文本';
const access = 'text.manage';

export const TEXT_KIND_NAMES: Record<TextKind, string> = {
  notice: '通知公告',
  prospectus: '报考简章',
  candidateNotice: '考生须知',
  rules: '考场规则',
  privacy: '个人信息处理告知',
};

/** `former`: a newer version is in force. Only notices are withdrawn; of every other kind one version always holds. */
export const TEXT_STATES = {
  draft: '草稿',
  scheduled: '定时发布',
  inForce: '现行',
  former: '历史版本',
  withdrawn: '已撤回',
} as const;
export type TextState = keyof typeof TEXT_STATES;
const State = z.enum(Object.keys(TEXT_STATES) as [TextState]);

// Line ends of every system become one; no other control sign belongs into a text.
const written = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, '');
const Title = z
  .string({ error: '请填写标题' })
  .transform((text) => written(text).replaceAll('\n', ' ').trim())
  .pipe(z.string().min(2, '请填写标题').max(100, '标题不超过 100 个字'));
/** A draft may still be empty; publishing asks for it. */
const Body = z
  .string({ error: '请填写正文' })
  .transform((text) => written(text).trim())
  .pipe(z.string().max(18_000, '正文不超过 18000 个字'));
/** Absent: the next number. */
const Edition = z
  .string()
  .trim()
  .regex(/^[\w.-]{0,20}$/, '版本用数字、字母、点和短横，如 2027-04')
  .transform((text) => text || undefined)
  .optional();

export const TextHead = z.object({
  id: z.string(),
  kind: z.enum(TEXT_KINDS),
  /** All versions of one text share it: the kind, or of a notice its public address. */
  series: z.string(),
  title: z.string(),
  edition: z.string(),
  state: State,
  publishedAt: Moment.optional(),
  createdAt: Moment,
});
export type TextHead = z.output<typeof TextHead>;

export const TextVersion = TextHead.extend({
  version: z.number().int(),
  body: z.string(),
  withdrawn: z.object({ at: Moment, reason: z.string() }).optional(),
  /** The version before it, to compare with. */
  former: z.object({ id: z.string(), edition: z.string(), title: z.string(), body: z.string() }).optional(),
}).meta({ id: 'TextVersion' });
export type TextVersion = z.output<typeof TextVersion>;

/** What is written, from the form or the interface. */
export const TextDraft = z.object({ title: Title, body: Body, edition: Edition });

const params = z.object({ text: z.string().max(60) });

export const listNotices = endpoint({
  method: 'GET',
  path: '/notices',
  access: 'public',
  tag: '考试',
  summary: '通知公告，最近的在前；可按标题查找',
  cache: true,
  query: PageQuery.extend({ search: z.string().trim().max(60).optional() }),
  returns: page(NoticeHead),
});
export const listTexts = endpoint({
  method: 'GET',
  path: '/text-versions',
  access,
  tag,
  summary: '全部文本的各个版本，最近起草的在前',
  query: PageQuery.extend({
    kind: z.enum(TEXT_KINDS).optional(),
    state: State.optional(),
    series: z.string().max(60).optional(),
    search: z.string().trim().max(60).optional(),
  }),
  returns: page(TextHead),
});
export const getTextVersion = endpoint({
  method: 'GET',
  path: '/text-versions/:text',
  access,
  tag,
  summary: '一个版本，和它之前的版本',
  params,
  etag: true,
  returns: TextVersion,
  problems: ['notFound'],
});
export const draftText = endpoint({
  method: 'POST',
  path: '/text-versions',
  access,
  tag,
  summary: '起草一个版本；公告的新版本写明是哪一则',
  idempotent: true,
  status: 201,
  etag: true,
  body: TextDraft.extend({ kind: z.enum(TEXT_KINDS, '请选择种类'), of: z.string().max(60).optional() }),
  returns: TextVersion,
  problems: ['notFound', 'text.editionTaken'],
});
export const saveText = endpoint({
  method: 'PUT',
  path: '/text-versions/:text',
  access,
  tag,
  summary: '修改草稿',
  params,
  ifMatch: true,
  etag: true,
  body: TextDraft,
  returns: TextVersion,
  problems: ['notFound', 'request.stale', 'text.published', 'text.editionTaken'],
});
export const discardText = endpoint({
  method: 'DELETE',
  path: '/text-versions/:text',
  access,
  tag,
  summary: '删除草稿',
  params,
  ifMatch: true,
  problems: ['notFound', 'request.stale', 'text.published'],
});
export const publishText = endpoint({
  method: 'POST',
  path: '/text-versions/:text/publication',
  access,
  tag,
  summary: '发布：立即，或到指定的时间',
  params,
  ifMatch: true,
  etag: true,
  body: z.object({ at: z.iso.datetime({ offset: true, error: '请填写发布时间' }).optional() }),
  returns: TextVersion,
  problems: ['notFound', 'request.stale', 'text.published'],
});
export const unscheduleText = endpoint({
  method: 'DELETE',
  path: '/text-versions/:text/publication',
  access,
  tag,
  summary: '取消定时发布，退回草稿',
  params,
  ifMatch: true,
  etag: true,
  returns: TextVersion,
  problems: ['notFound', 'request.stale', 'text.published'],
});
export const withdrawNotice = endpoint({
  method: 'POST',
  path: '/text-versions/:text/withdrawal',
  access,
  tag,
  summary: '撤回一则公告',
  params,
  ifMatch: true,
  etag: true,
  body: z.object({
    reason: z.string({ error: '请填写撤回的原因' }).trim().min(4, '请写明撤回的原因，至少 4 个字').max(300),
  }),
  returns: TextVersion,
  problems: ['notFound', 'request.stale', 'text.notWithdrawable'],
});
