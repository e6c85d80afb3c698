import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Moment } from './list.ts';
import { Decision, QueueName } from './review.ts';

const tag = '考区审核';

/** So long a decision of the workspace can be taken back; then it takes effect. */
export const UNDO_SECONDS = 10;

/** A decision that has been taken down but has no effect yet. */
export const HeldDecision = z.object({
  id: Id,
  queue: QueueName,
  subject: Id,
  name: z.string(),
  decision: z.enum(['approve', 'reject']),
  until: Moment,
  secondsLeft: z.number().int().describe('还可以撤销的秒数'),
});
export type HeldDecision = z.output<typeof HeldDecision>;

/** Something about an officer's own work that happened without them. */
export const OfficerNotice = z.object({
  id: Id,
  at: Moment,
  text: z.string(),
  queue: QueueName,
  subject: Id,
});
export type OfficerNotice = z.output<typeof OfficerNotice>;

/** Asked for again and again while an officer works: small and quick. */
export const getOwnWork = endpoint({
  method: 'GET',
  path: '/review/own-work',
  access: 'review.decide',
  tag,
  summary: '自己还可以撤销的决定，和没有看过的提醒（如同事接手了正在审核的一件）',
  returns: z.object({ held: z.array(HeldDecision), notices: z.array(OfficerNotice) }),
});
/** As `decide`, but it can be taken back for a while: nothing of it is seen by anybody before it takes effect. */
export const holdDecision = endpoint({
  method: 'POST',
  path: '/review/:queue/:id/held-decision',
  access: 'review.decide',
  tag,
  summary: `通过或不通过，${UNDO_SECONDS} 秒内可以撤销，之后生效`,
  params: z.object({ queue: QueueName, id: Id }),
  body: Decision,
  ifMatch: true,
  idempotent: true,
  returns: z.object({ held: HeldDecision, next: Id.nullable() }),
  problems: [
    'notFound',
    'conflict',
    'request.stale',
    'review.notClaimed',
    'review.claimed',
    'admission.exhausted',
  ],
});
export const undoDecision = endpoint({
  method: 'DELETE',
  path: '/review/held-decisions/:held',
  access: 'review.decide',
  tag,
  summary: '撤销自己刚作的、还没有生效的决定',
  params: z.object({ held: Id }),
  problems: ['conflict'],
});
export const settleDecision = endpoint({
  method: 'POST',
  path: '/review/held-decisions/:held/effect',
  access: 'review.decide',
  tag,
  summary: '让自己刚作的决定立即生效',
  params: z.object({ held: Id }),
  returns: z.object({ state: z.string(), admissionNumber: z.string().optional(), message: z.string() }),
  problems: ['conflict', 'request.stale', 'admission.exhausted'],
});

/** Takes the case that will come next, so that it can be shown without waiting; `null`: none. */
export const claimAhead = endpoint({
  method: 'POST',
  path: '/review/:queue/ahead',
  access: 'review.decide',
  tag,
  summary: '预先领取下一件；放回当前一件时一并放回',
  params: z.object({ queue: QueueName }),
  returns: z.object({ id: Id.nullable() }),
});

export const dismissNotice = endpoint({
  method: 'DELETE',
  path: '/review/notices/:notice',
  access: 'review.decide',
  tag,
  summary: '提醒看过了，不再显示',
  params: z.object({ notice: Id }),
});
