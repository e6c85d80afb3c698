import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Moment, page, PageQuery } from './list.ts';

const tag = '消息与公告';
const access = 'message.manage';

/** Ways a message goes, each with a queue of its own. */
export const LANES = { own: '站内消息', foreign: '短信', mass: '群发短信' } as const;
export type Lane = keyof typeof LANES;

/** Tries after which something counts as stuck: it is still tried, every hour at the least. */
export const STUCK_AFTER = 3;

export const Delivery = z.object({
  id: z.string(),
  lane: z.enum(Object.keys(LANES) as [Lane, ...Lane[]]),
  /** The title of the message, or of the sort of message. */
  title: z.string(),
  at: Moment,
  attempts: z.number().int(),
  nextAt: Moment,
  fault: z.string().optional(),
});
export type Delivery = z.output<typeof Delivery>;

const LaneState = z.object({
  lane: Delivery.shape.lane,
  waiting: z.number().int(),
  stuck: z.number().int(),
  oldest: Moment.optional(),
  deliveredToday: z.number().int(),
});
export type LaneState = z.output<typeof LaneState>;

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/deliveries',
  access,
  tag,
  summary: '消息发送情况：等待多少、卡住多少，卡住的逐条列出',
  query: PageQuery,
  returns: page(Delivery).extend({ lanes: z.array(LaneState) }),
  problems: ['request.malformed'],
});
export const retryDelivery = endpoint({
  method: 'POST',
  path: '/deliveries/:delivery/retry',
  access,
  tag,
  summary: '立即再发一次卡住的消息',
  params: z.object({ delivery: z.string().regex(/^\d{1,18}$/) }),
  problems: ['notFound'],
});
