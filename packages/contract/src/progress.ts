import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { RECORD_KINDS, type RecordKind } from './records.ts';

/**
 * How a course of the plan stands. `choice`: one of several that can fill its group; `spare`: its group is full
 * without it.
 */
export const COURSE_STATES = {
  done: '已合格',
  inProgress: '在考',
  missing: '未合格',
  choice: '可选',
  spare: '不必再考',
} as const;
export type CourseState = keyof typeof COURSE_STATES;

const Counted = z.object({
  done: z.number(),
  /** Enrolled for, no score yet; on top of `done`. */
  inProgress: z.number(),
  /** Null: the plan does not say. */
  needed: z.number().nullable(),
});

export const ProgressCourse = z.object({
  code: z.string(),
  name: z.string(),
  credits: z.number().nullable(),
  practice: z.boolean(),
  state: z.enum(Object.keys(COURSE_STATES) as [CourseState]),
  how: z.enum(Object.keys(RECORD_KINDS) as [RecordKind]).optional(),
  /** A number or a grade of five. */
  score: z.string().optional(),
  when: z.string().optional().describe('合格的时间，如 2026 年 10 月；在考的是考试时间'),
  /** The older course whose pass counts for it. */
  instead: z.string().optional().describe('由哪门旧课程顶替'),
  /** What must be passed before it can be enrolled for. */
  after: z.string().optional(),
  offered: z.string().optional().describe('本考次的考试时间'),
});
export type ProgressCourse = z.output<typeof ProgressCourse>;

export const ProgressGroup = z.object({
  name: z.string(),
  /** 全部合格；至少 3 门、14 学分 */
  rule: z.string(),
  met: z.boolean(),
  /** The thesis: it comes when everything else is passed and brings no credits. */
  last: z.boolean(),
  courses: Counted,
  credits: Counted,
  items: z.array(ProgressCourse),
});
export type ProgressGroup = z.output<typeof ProgressGroup>;

export const Condition = z.object({
  key: z.string(),
  label: z.string(),
  met: z.boolean(),
  detail: z.string().optional(),
  basis: z.string().describe('依据'),
});
export type Condition = z.output<typeof Condition>;

/** What stands against graduation or against the next step, whatever is passed. */
export const Obstacle = z.object({ key: z.string(), title: z.string(), detail: z.string() });
export type Obstacle = z.output<typeof Obstacle>;

export const Progress = z
  .object({
    major: z.object({ code: z.string(), name: z.string(), level: z.string() }),
    version: z.string(),
    source: z.string().optional(),
    courses: Counted,
    credits: Counted,
    groups: z.array(ProgressGroup),
    conditions: z.array(Condition),
    obstacles: z.array(Obstacle),
    /** Every condition is met and nothing stands against it. */
    complete: z.boolean(),
    next: z.object({
      text: z.string(),
      to: z.enum(['enrolment', 'catalogue', 'notices', 'districts', 'seats']),
    }),
    /** What the office also looks at, of which the platform knows nothing. */
    also: z.array(z.string()),
  })
  .meta({ id: 'Progress' });
export type Progress = z.output<typeof Progress>;

export const getProgress = endpoint({
  method: 'GET',
  path: '/progress',
  access: 'record.own',
  tag: '考籍',
  summary: '毕业进度：开考计划与考籍档案对照；不填专业为本人所报专业，没有选定专业时为空',
  query: z.object({ major: z.string().max(10).optional() }),
  returns: z.object({ progress: Progress.nullable() }),
  problems: ['notFound'],
});
