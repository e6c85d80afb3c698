import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Moment } from './list.ts';
import { QueueName } from './review.ts';
import { Figures } from './review-statistics.ts';

const tag = '督导';
const Day = z.iso.date();

/** Where a decision is taken: a district by its code, or this for the province's own. */
export const PROVINCE_OFFICE = 'province';

/** What waits, what was decided lately (whatever period is asked for), and the figures of the period. */
export const WorkFigures = z.object({
  pending: z.number().int(),
  /** Since when the one waits that waits longest. */
  oldest: Moment.optional(),
  pace: z
    .object({ today: z.number().int(), week: z.number().int(), month: z.number().int() })
    .describe('今天、最近 7 天、最近 30 天已审'),
  figures: Figures,
});
export type WorkFigures = z.output<typeof WorkFigures>;

/** How often something was given as a reason; `label` absent: in officers' own words. */
export const ReasonUse = z.object({
  queue: QueueName,
  field: z.string(),
  label: z.string().optional(),
  uses: z.number().int(),
});
export type ReasonUse = z.output<typeof ReasonUse>;

const query = z.object({
  from: Day.optional().describe('第一天，默认今天'),
  to: Day.optional().describe('最后一天，默认今天'),
  queue: QueueName.optional().describe('只看一类待办'),
});

export const OfficeWork = WorkFigures.extend({ office: z.string().max(10), name: z.string() });
export type OfficeWork = z.output<typeof OfficeWork>;

export const Board = z
  .object({
    from: Day,
    to: Day,
    total: WorkFigures,
    offices: z.array(OfficeWork),
    /** The most frequent, most often given first. */
    reasons: z.array(ReasonUse),
  })
  .meta({ id: 'Board' });
export type Board = z.output<typeof Board>;

export const OfficeBoard = z
  .object({
    from: Day,
    to: Day,
    total: OfficeWork,
    queues: z.array(WorkFigures.extend({ queue: QueueName })),
    /** Who decided something in the period. */
    officers: z.array(z.object({ officer: Id, name: z.string(), figures: Figures })),
    /** Days on which something was decided. */
    days: z.array(z.object({ day: Day, figures: Figures })),
    reasons: z.array(ReasonUse),
  })
  .meta({ id: 'OfficeBoard' });
export type OfficeBoard = z.output<typeof OfficeBoard>;

export const getBoard = endpoint({
  method: 'GET',
  path: '/oversight/board',
  access: 'oversight.read',
  tag,
  summary: '各考区的待办、审核和不通过原因',
  query,
  returns: Board,
  problems: ['notFound'],
});
export const getOfficeBoard = endpoint({
  method: 'GET',
  path: '/oversight/board/:office',
  access: 'oversight.read',
  tag,
  summary: '一个考区（或省考办）的待办、审核、工作人员和不通过原因',
  params: z.object({ office: z.string().regex(/^[a-zA-Z0-9]{1,10}$/) }),
  query,
  returns: OfficeBoard,
  problems: ['notFound'],
});
