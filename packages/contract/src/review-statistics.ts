import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { QueueName } from './review.ts';

export const Figures = z.object({
  decided: z.number().int(),
  approved: z.number().int(),
  rejected: z.number().int(),
  /** From opening a case to deciding it; bulk approvals do not count. */
  medianSeconds: z.number().nullable(),
  /** Of the first submissions decided: how many were approved, from 0 to 1. */
  firstPassRate: z.number().nullable(),
});
export type Figures = z.output<typeof Figures>;

const Day = z.iso.date();

export const getStatistics = endpoint({
  method: 'GET',
  path: '/review/statistics',
  access: 'review.read',
  tag: '考区审核',
  summary: '审核统计：本人与本考区（省考办：本级，或一个考区），按待办种类',
  query: z.object({
    from: Day.optional().describe('第一天，默认今天'),
    to: Day.optional().describe('最后一天，默认今天'),
    district: z.string().max(10).optional().describe('省考办查看一个考区'),
  }),
  returns: z.object({
    from: Day,
    to: Day,
    /** Whose figures `office` are. */
    office: z.string(),
    total: z.object({ own: Figures, office: Figures }),
    rows: z.array(z.object({ queue: QueueName, own: Figures, office: Figures })),
  }),
});
