import { z } from 'zod';
import { Reason } from './candidates.ts';
import { endpoint } from './endpoint.ts';
import { lifecycle } from './lifecycle.ts';
import { Id, Moment, page, PageQuery } from './list.ts';
import { Case, Decision, QueueName } from './review.ts';

const tag = '复查';
const Day = z.iso.date();

/** The largest sample: people look at every one of them. */
export const MAX_SAMPLE = 500;

export const spotCheckLifecycle = lifecycle({
  subject: 'spotCheck',
  states: { open: '进行中', ended: '已结束' },
  actions: { end: { from: ['open'], to: 'ended', by: ['province'], label: '结束复查' } },
});
export type SpotCheckState = keyof typeof spotCheckLifecycle.states;

/** Who looks again. Nobody at what they decided themselves; the province may help the districts out. */
export const REVIEWERS = { province: '省考办', district: '原考区的其他工作人员' } as const;
export type Reviewers = keyof typeof REVIEWERS;

/** Names the claims on tasks among those on cases. */
export const SPOT_CHECK_CLAIMS = 'spotChecks';

/** What to draw from, how much, and the seed by which anyone draws the same again. */
export const Sampling = z
  .object({
    from: Day,
    to: Day,
    queue: QueueName.optional(),
    district: z.string().max(10).optional(),
    reviewers: z.enum(Object.keys(REVIEWERS) as [Reviewers]),
    size: z
      .number({ error: '请填写抽取的件数' })
      .int('请填写整数')
      .min(1, '至少抽取 1 件')
      .max(MAX_SAMPLE, `一次最多抽取 ${MAX_SAMPLE} 件`)
      .optional(),
    percent: z
      .number({ error: '请填写抽取的百分比' })
      .int('请填写整数')
      .min(1, '百分比为 1 到 100')
      .max(100, '百分比为 1 到 100')
      .optional(),
    seed: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .optional()
      .describe('不填则随机生成；相同的种子和范围抽到相同的件'),
  })
  .refine(({ size, percent }) => (size === undefined) !== (percent === undefined), {
    path: ['size'],
    message: '请在件数和百分比中填写一项',
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '最后一天不能早于第一天' });
export type Sampling = z.output<typeof Sampling>;

/** What two looks at the same cases came to. */
export const Agreement = z.object({
  looked: z.number().int(),
  agreed: z.number().int(),
  /** 通过 at first, 不通过 at the second look. */
  stricter: z.number().int(),
  /** 不通过 at first, 通过 at the second look. */
  milder: z.number().int(),
  /** From 0 to 1. */
  rate: z.number().nullable(),
  /** Cohen’s: what remains of the agreement beyond chance; absent chance of disagreeing, none. */
  kappa: z.number().nullable(),
});
export type Agreement = z.output<typeof Agreement>;

export const SpotCheck = z
  .object({
    id: Id,
    state: z.enum(Object.keys(spotCheckLifecycle.states) as [SpotCheckState]),
    actions: z.array(z.string()),
    from: Day,
    to: Day,
    queue: QueueName.optional(),
    district: z.string().optional().describe('考区的名称'),
    reviewers: z.enum(Object.keys(REVIEWERS) as [Reviewers]),
    seed: z.string(),
    /** Decisions it was drawn from, and how many were drawn. */
    population: z.number().int(),
    size: z.number().int(),
    by: z.string(),
    at: Moment,
    agreement: Agreement,
  })
  .meta({ id: 'SpotCheck' });
export type SpotCheck = z.output<typeof SpotCheck>;

const Look = z.object({
  decision: z.enum(['approve', 'reject']),
  reasons: z.array(Reason),
  remark: z.string().optional(),
  by: z.string(),
  at: Moment,
});

export const Disagreement = z.object({
  task: Id,
  queue: QueueName,
  /** The case, for the province to open. */
  subject: Id,
  no: z.number().int(),
  office: z.string(),
  first: Look,
  second: Look,
});
export type Disagreement = z.output<typeof Disagreement>;

export const SpotCheckResult = SpotCheck.extend({
  offices: z.array(z.object({ office: z.string(), name: z.string(), agreement: Agreement })),
  /** Those whose decisions were looked at again. */
  officers: z.array(z.object({ officer: Id, name: z.string(), office: z.string(), agreement: Agreement })),
  disagreements: z.array(Disagreement),
}).meta({ id: 'SpotCheckResult' });
export type SpotCheckResult = z.output<typeof SpotCheckResult>;

/**
 * A submission as whoever decided on it saw it. Not what became of it, nor whose decision it was, nor why; no name and no
 * number besides what was submitted, as either may since tell of an approval.
 */
export const SpotCheckTask = z
  .object({
    id: Id,
    queue: QueueName,
    district: z.string(),
    no: z.number().int(),
    submittedAt: Moment,
    /** Until when it is kept for the reviewer. */
    until: Moment,
  })
  .extend(
    Case.pick({
      groups: true,
      previous: true,
      previousReasons: true,
      pictures: true,
      replaced: true,
      judgement: true,
      card: true,
      reasonChoices: true,
    }).shape,
  )
  .meta({ id: 'SpotCheckTask' });
export type SpotCheckTask = z.output<typeof SpotCheckTask>;

const params = z.object({ spotCheck: Id });

export const drawSpotCheck = endpoint({
  method: 'POST',
  path: '/spot-checks',
  access: 'spotCheck.draw',
  tag,
  summary: '从已经生效的决定中随机抽取一批复查',
  body: Sampling,
  idempotent: true,
  status: 201,
  returns: SpotCheck,
  problems: ['notFound', 'spotCheck.nothing'],
});
export const listSpotChecks = endpoint({
  method: 'GET',
  path: '/spot-checks',
  access: 'spotCheck.draw',
  tag,
  summary: '复查，最近的在前',
  query: PageQuery,
  returns: page(SpotCheck),
});
export const getSpotCheck = endpoint({
  method: 'GET',
  path: '/spot-checks/:spotCheck',
  access: 'spotCheck.draw',
  tag,
  summary: '一次复查的一致率，和两次决定不同的各件',
  params,
  returns: SpotCheckResult,
  problems: ['notFound'],
});
export const endSpotCheck = endpoint({
  method: 'POST',
  path: '/spot-checks/:spotCheck/end',
  access: 'spotCheck.draw',
  tag,
  summary: '结束复查：没有复查的不再复查',
  params,
  returns: SpotCheck,
  problems: ['notFound', 'conflict'],
});

const task = z.object({ id: Id });
export const getSpotCheckWork = endpoint({
  method: 'GET',
  path: '/spot-check-tasks',
  access: 'spotCheck.do',
  tag,
  summary: '本人可以复查的件数、已复查的件数和正在复查的一件',
  returns: z.object({ waiting: z.number().int(), done: z.number().int(), mine: Id.nullable() }),
});
export const claimSpotCheckTask = endpoint({
  method: 'POST',
  path: '/spot-check-tasks/next',
  access: 'spotCheck.do',
  tag,
  summary: '领取下一件复查；已领取的先给出',
  returns: z.object({ task: Id.nullable() }),
});
export const getSpotCheckTask = endpoint({
  method: 'GET',
  path: '/spot-check-tasks/:id',
  access: 'spotCheck.do',
  tag,
  summary: '正在复查的一件：只有当时提交的内容',
  params: task,
  returns: SpotCheckTask,
  problems: ['notFound', 'review.notClaimed', 'review.claimed'],
});
export const renewSpotCheckTask = endpoint({
  method: 'POST',
  path: '/spot-check-tasks/:id/claim',
  access: 'spotCheck.do',
  tag,
  summary: '继续复查',
  params: task,
  returns: z.object({ until: Moment }),
  problems: ['notFound', 'conflict', 'review.claimed'],
});
export const releaseSpotCheckTask = endpoint({
  method: 'DELETE',
  path: '/spot-check-tasks/:id/claim',
  access: 'spotCheck.do',
  tag,
  summary: '放回，由别人复查',
  params: task,
  problems: ['notFound'],
});
/** Changes nothing about the case. */
export const decideSpotCheckTask = endpoint({
  method: 'POST',
  path: '/spot-check-tasks/:id/verdict',
  access: 'spotCheck.do',
  tag,
  summary: '复查的结论，并领取下一件；不改变这一件本身',
  params: task,
  body: Decision,
  idempotent: true,
  returns: z.object({ task: Id.nullable() }),
  problems: ['notFound', 'conflict', 'review.notClaimed', 'review.claimed'],
});
