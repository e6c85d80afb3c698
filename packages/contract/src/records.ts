import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Id, Moment, page, PageQuery } from './list.ts';

const tag = '考籍';

/** How a course came into the 考籍档案. */
export const RECORD_KINDS = {
  passed: '考试合格',
  practice: '实践考核',
  exempted: '免考',
  transferred: '转入',
} as const;
export type RecordKind = keyof typeof RECORD_KINDS;

/** Practice parts and theses are graded in five steps; the last of them is no pass. */
export const GRADES = ['优秀', '良好', '中等', '合格', '不合格'] as const;
export type Grade = (typeof GRADES)[number];

/** Who wrote an entry: the import of the old archive, a publication of scores, or the effect of an approval. */
export const ORIGINS = {
  imported: '历史考籍',
  scores: '考试成绩',
  practice: '实践考核',
  transferIn: '转入申请',
  exemption: '免考申请',
  recheck: '成绩复核',
} as const;
export type Origin = keyof typeof ORIGINS;

/** 考籍状态; of several the first of this list is the one shown. */
export const STANDINGS = {
  frozen: '转出冻结',
  suspended: '停考期',
  delayed: '延迟毕业',
  registered: '在籍',
  none: '尚未建立考籍',
} as const;
export type StandingState = keyof typeof STANDINGS;

export const Standing = z
  .object({
    state: z.enum(Object.keys(STANDINGS) as [StandingState]),
    /** What it means and what can be done, in one or two sentences; absent when all is well. */
    detail: z.string().optional(),
    /** Last day (inclusive) of a suspension or of the delay of graduation. */
    until: z.iso.date().optional(),
  })
  .meta({ id: 'Standing' });
export type Standing = z.output<typeof Standing>;

export const RecordEntry = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  credits: z.number().nullable(),
  kind: z.enum(Object.keys(RECORD_KINDS) as [RecordKind]),
  /** A number, a grade of five, or absent (免考). */
  score: z.string().optional(),
  /** Session or decision it comes from: 2026 年 10 月. */
  when: z.string(),
  origin: z.enum(Object.keys(ORIGINS) as [Origin]),
  admissionNumber: z.string(),
});
export type RecordEntry = z.output<typeof RecordEntry>;

/** Entries that do not count: taken back by a later entry, bettered by another, or no pass. They stay on file. */
export const PastEntry = RecordEntry.extend({
  because: z.enum(['reversed', 'bettered', 'failed']),
  /** Reversed: when, and why. */
  reversedAt: Moment.optional(),
  reason: z.string().optional(),
});
export type PastEntry = z.output<typeof PastEntry>;

export const Penalty = z.object({
  id: Id,
  type: z.string().describe('如 作弊'),
  courses: z.array(z.string()),
  session: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional().describe('停考的最后一天'),
  delayedUntil: z.iso.date().optional().describe('延迟毕业至'),
  decision: z.string().describe('决定书文号'),
  lifted: z.string().optional().describe('撤销的原因'),
});
export type Penalty = z.output<typeof Penalty>;

export const RecordView = z
  .object({
    standing: Standing,
    /** What counts, one line per course. */
    items: z.array(RecordEntry),
    past: z.array(PastEntry),
    penalties: z.array(Penalty),
  })
  .meta({ id: 'Record' });
export type RecordView = z.output<typeof RecordView>;

export const FrozenRecord = z.object({
  id: Id,
  name: z.string(),
  maskedIdNumber: z.string(),
  admissionNumber: z.string(),
  /** Where the record went. */
  province: z.string(),
  since: Moment,
});

const params = z.object({ id: Id });

export const getRecord = endpoint({
  method: 'GET',
  path: '/record',
  access: 'record.own',
  tag,
  summary: '我的考籍档案：合格成绩与考籍状态',
  returns: RecordView,
});
export const listFrozenRecords = endpoint({
  method: 'GET',
  path: '/records/frozen',
  access: 'record.restore',
  tag,
  summary: '转出冻结的考籍，最近的在前；可按姓名、身份证号、准考证号查找',
  query: PageQuery.extend({ search: z.string().trim().max(60).optional() }),
  returns: page(FrozenRecord),
});
export const getRecordOf = endpoint({
  method: 'GET',
  path: '/records/:id',
  access: 'record.read',
  tag,
  summary: '一名考生的考籍档案（查看会记入访问日志）',
  params,
  returns: RecordView,
  problems: ['notFound'],
});
/** 考籍恢复: the other province did not take the record. */
export const restoreRecord = endpoint({
  method: 'POST',
  path: '/records/:id/restoration',
  access: 'record.restore',
  tag,
  summary: '考籍恢复',
  params,
  body: z.object({
    reason: z
      .string({ error: '请填写考籍恢复的原因' })
      .trim()
      .min(4, '请写明考籍恢复的原因，至少 4 个字')
      .max(300),
  }),
  idempotent: true,
  returns: RecordView,
  problems: ['notFound', 'conflict'],
});
