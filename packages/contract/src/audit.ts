import { z } from 'zod';
import { DeskSearch } from './desk/find.ts';
import { BINARY, endpoint } from './endpoint.ts';
import { EXPORT_FORMATS, type ExportFormat } from './exports.ts';
import { Id, Moment, page, PageQuery } from './list.ts';
import { ROLES } from './permissions.ts';

export const AuditEntry = z
  .object({
    seq: z.string(),
    at: Moment,
    actor: z.string(),
    /** The account of whoever acted; nobody's for what the system did or a stranger tried. */
    actorId: Id.optional(),
    role: z.string(),
    /** Name of the district that the officer worked for then. */
    district: z.string().optional(),
    ip: z.string(),
    action: z.string(),
    subject: z.string(),
    /** Whose data it was, the name masked. */
    candidate: z.object({ id: Id, name: z.string() }).optional(),
    why: z.string().optional(),
    /** Its link in the chain; absent until it is sealed. */
    position: z.number().int().optional(),
    hash: z.string().optional(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;

/** Enough to tell two people apart. */
export const AuditedPerson = z.object({
  id: Id,
  name: z.string(),
  maskedIdNumber: z.string(),
  numbers: z.array(z.string()),
});
export type AuditedPerson = z.output<typeof AuditedPerson>;

export const AuditOfficer = z.object({
  id: Id,
  name: z.string(),
  username: z.string(),
  role: z.enum(ROLES),
  district: z.string().optional(),
  active: z.boolean(),
});
export type AuditOfficer = z.output<typeof AuditOfficer>;

/** All of what is given must fit. No number and no name of a candidate is among it: addresses are remembered everywhere. */
export const AuditFilter = z.object({
  person: Id.optional().describe('考生的账号，由查找得到：本人做的，和别人对其资料做的'),
  officer: Id.optional().describe('操作人的账号'),
  area: z.string().max(20).optional().describe('业务，如 考区审核'),
  action: z.string().max(60).optional().describe('操作，如 review.getCase'),
  district: z.string().max(12).optional().describe('操作人当时所在考区的代码'),
  subject: z.string().max(80).optional().describe('对象，与记录完全一致'),
  from: Moment.optional(),
  to: Moment.optional().describe('不含这一刻'),
});
export type AuditFilter = z.output<typeof AuditFilter>;

const tag = '审计';
export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  access: 'audit.read',
  tag,
  summary: '审计记录，最新的在前；按人查看时，这名考生能看到',
  query: PageQuery.extend(AuditFilter.shape),
  returns: page(AuditEntry).extend({ person: AuditedPerson.optional() }),
});
export const findAudited = endpoint({
  method: 'POST',
  path: '/audit/people',
  access: 'audit.read',
  tag,
  summary: '查找考生（会记入访问日志）：按完整的身份证号、手机号、准考证号，或姓名加出生日期',
  body: DeskSearch,
  returns: z.object({ items: z.array(AuditedPerson), more: z.boolean() }),
});
export const listAuditOfficers = endpoint({
  method: 'GET',
  path: '/audit/officers',
  access: 'audit.read',
  tag,
  summary: '全部工作人员账号，供按操作人查找',
  returns: z.object({ items: z.array(AuditOfficer) }),
});
export const exportAudit = endpoint({
  method: 'GET',
  path: '/audit/export',
  access: 'audit.read',
  tag,
  summary: '导出审计记录（会记入审计）：逐条写明链上位置与散列，末尾写明链头，可与校验结果核对',
  query: AuditFilter.extend({
    format: z.enum(Object.keys(EXPORT_FORMATS) as [ExportFormat]).default('xlsx'),
  }),
  returns: BINARY,
  download: true,
  problems: ['export.busy'],
});
export const verifyAudit = endpoint({
  method: 'GET',
  path: '/audit/verification',
  access: 'audit.read',
  tag,
  summary: '校验审计链：任何改动、缺号、截尾都会指出；给出一个位置与散列时，说明链上这一条是否相同',
  query: z.object({
    position: z.coerce
      .number({ error: '位置是一个数字，请从导出文件复制' })
      .int('位置是一个整数')
      .min(1, '请填写导出文件末尾的链头位置')
      .optional(),
    hash: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{64}$/, '散列是 64 位的数字和字母 a 至 f，请从导出文件复制')
      .optional(),
  }),
  returns: z.object({
    intact: z.boolean(),
    entries: z.number().int(),
    /** Of the last link. */
    hash: z.string().optional(),
    sealedUntil: Moment.optional(),
    fault: z.string().optional(),
    /** Whether the link at the position given has the hash given. */
    same: z.boolean().optional(),
  }),
});
