import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Moment } from './list.ts';
import { QueueName } from './review.ts';

const tag = '不通过原因';
const params = z.object({ queue: QueueName });

/** A ready reason as the province edits it. */
export const EditedReason = z.object({
  /** Absent: a new one. */
  code: z.string().max(80).optional(),
  field: z.string().min(1, '请选择是哪一项').max(40),
  label: z.string().trim().min(1, '请写一个简短的名称').max(20, '名称最多 20 个字'),
  text: z.string().trim().min(1, '请写明考生会读到的话').max(200, '最多 200 个字'),
});
export type EditedReason = z.output<typeof EditedReason>;

export const ReasonList = z
  .object({
    queue: QueueName,
    version: z.number().int(),
    items: z.array(
      EditedReason.extend({
        code: z.string(),
        uses: z.number().int().describe('用过的次数'),
        lastUsedAt: Moment.optional(),
      }),
    ),
  })
  .meta({ id: 'ReasonList' });
export type ReasonList = z.output<typeof ReasonList>;

export const getReasons = endpoint({
  method: 'GET',
  path: '/review-reasons/:queue',
  access: 'reason.manage',
  tag,
  summary: '一类待办的不通过原因，附使用次数',
  params,
  returns: ReasonList,
  etag: true,
  problems: ['notFound'],
});
/** Decisions taken before keep the words they were given: a decision holds its texts, not a pointer to this list. */
export const saveReasons = endpoint({
  method: 'PUT',
  path: '/review-reasons/:queue',
  access: 'reason.manage',
  tag,
  summary: '保存一类待办的不通过原因，按给出的顺序；没有列出的不再使用',
  params,
  body: z.object({ items: z.array(EditedReason).max(60, '一类待办最多 60 条') }),
  ifMatch: true,
  etag: true,
  returns: ReasonList,
  problems: ['notFound', 'request.stale'],
});
