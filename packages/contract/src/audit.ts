import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Moment, page, PageQuery } from './list.ts';

export const AuditEntry = z
  .object({
    seq: z.string(),
    at: Moment,
    actor: z.string(),
    role: z.string(),
    ip: z.string(),
    action: z.string(),
    subject: z.string(),
    why: z.string().optional(),
    hash: z.string().optional(),
  })
  .meta({ id: 'AuditEntry' });
const tag = '审计';
export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  access: 'audit.read',
  tag,
  summary: '审计记录，最新的在前',
  query: PageQuery.extend({ actor: z.string().max(60).optional(), subject: z.string().max(80).optional() }),
  returns: page(AuditEntry),
});
export const verifyAudit = endpoint({
  method: 'GET',
  path: '/audit/verification',
  access: 'audit.read',
  tag,
  summary: '校验审计链：任何改动、缺号、截尾都会指出',
  returns: z.object({
    intact: z.boolean(),
    entries: z.number().int(),
    sealedUntil: Moment.optional(),
    fault: z.string().optional(),
  }),
});
