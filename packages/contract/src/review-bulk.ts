import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Moment } from './list.ts';
import { QueueName } from './review.ts';

const tag = '考区审核';
const params = z.object({ queue: QueueName });

/** Cases approved by one call. */
export const MAX_BULK = 100;

/** What approving a case together with others would come to. */
export const BulkRow = z.object({
  id: Id,
  /** Submission that was looked at. */
  no: z.number().int(),
  name: z.string(),
  maskedIdNumber: z.string(),
  submittedAt: Moment,
  /** What asks for a look at the case alone. */
  warnings: z.array(z.string()),
  /** Why it cannot be approved now. */
  excluded: z.string().optional(),
});
export type BulkRow = z.output<typeof BulkRow>;

/** What became of a case. */
export const BulkResult = z.object({
  id: Id,
  name: z.string(),
  approved: z.boolean(),
  /** 审核通过 and the number given, or why not. */
  said: z.string(),
});
export type BulkResult = z.output<typeof BulkResult>;

export const previewBulk = endpoint({
  method: 'POST',
  path: '/review/:queue/bulk-preview',
  access: 'review.decide',
  tag,
  summary: '批量通过前的预览：每一件能否通过、需要留意什么',
  params,
  body: z.object({ ids: z.array(Id).min(1).max(MAX_BULK) }),
  returns: z.object({ rows: z.array(BulkRow) }),
});
export const approveBulk = endpoint({
  method: 'POST',
  path: '/review/:queue/bulk-approvals',
  access: 'review.decide',
  tag,
  summary: '批量通过：逐件按同样的规则审核，一件不成不影响其他',
  params,
  body: z.object({
    cases: z
      .array(z.object({ id: Id, no: z.number().int().min(1) }))
      .min(1)
      .max(MAX_BULK),
  }),
  idempotent: true,
  returns: z.object({ rows: z.array(BulkResult) }),
});
