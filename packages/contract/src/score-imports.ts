import { z } from 'zod';
import { lifecycle } from './lifecycle.ts';
import { Id, Moment } from './list.ts';
import { type Mark, MARK_KEYS, MARKS } from './scores.ts';
import { SHEET_FORMATS } from './sheets.ts';

/** A file of scores from its upload to its publication. */
export const batchLifecycle = lifecycle({
  subject: 'scoreBatch',
  states: {
    uploaded: '待对应列',
    checking: '正在检查',
    checked: '待采用',
    accepted: '已采用',
    published: '已公布',
    failed: '检查没有完成',
    discarded: '已作废',
  },
  actions: {
    check: { from: ['uploaded', 'checked', 'failed'], to: 'checking', by: ['province'], label: '检查' },
    finish: { from: ['checking'], to: 'checked', by: ['system'], label: '检查完成' },
    fail: { from: ['checking'], to: 'failed', by: ['system'], label: '检查没有完成' },
    accept: { from: ['checked'], to: 'accepted', by: ['province'], label: '采用' },
    discard: {
      from: ['uploaded', 'checking', 'checked', 'failed', 'accepted'],
      to: 'discarded',
      by: ['province'],
      label: '作废',
      note: true,
    },
    publish: { from: ['accepted'], to: 'published', by: ['system'], label: '公布' },
  },
});
export type BatchState = keyof typeof batchLifecycle.states;
export type BatchAction = keyof typeof batchLifecycle.actions;

const column = z.number().int().min(0).max(99);
const spelling = z.string().trim().min(1).max(20);

/** Which column holds what, counted from 0, and how marks are written in this file. */
export const Mapping = z
  .object({
    number: column.describe('准考证号'),
    name: column.optional().describe('姓名，填了就核对'),
    course: column.optional().describe('课程代码'),
    oneCourse: z.string().trim().max(10).optional().describe('整份文件只有一门课程时的课程代码'),
    value: column.describe('成绩'),
    mark: column.optional().describe('缺考、违纪等单独一列时'),
    passed: column.optional().describe('是否合格，填了“不合格”的不计合格'),
    marks: z.record(z.enum(MARK_KEYS), z.array(spelling).max(20)).describe('各种标记在文件里的写法'),
  })
  .check(({ value, issues }) => {
    const fault = (path: string, message: string) =>
      issues.push({ code: 'custom', path: [path], message, input: value });
    if ((value.course === undefined) === !value.oneCourse)
      fault('course', '请选择课程代码所在的列，或填写整份文件的课程代码，二者选一');
    const used = [value.number, value.name, value.course, value.value, value.mark, value.passed];
    const columns = used.filter((at) => at !== undefined);
    if (new Set(columns).size < columns.length) fault('value', '同一列只能对应一项，请检查');
    const spellings = MARK_KEYS.flatMap((mark) => value.marks[mark]);
    if (new Set(spellings).size < spellings.length) fault('marks', '同一种写法只能对应一种标记，请检查');
  });
export type Mapping = z.output<typeof Mapping>;

/** What a file of unknown making may write; the mapping screen begins with these. */
export const USUAL_SPELLINGS: Record<Mark, string[]> = {
  absent: [MARKS.absent, '缺'],
  breach: [MARKS.breach, '违规'],
  cheating: [MARKS.cheating],
  void: [MARKS.void, '无效'],
};

/** What can be wrong with a row: the column it is about, and a sentence. */
export const ROW_FAULTS = {
  numberMissing: { column: 'number', text: '没有准考证号' },
  numberUnknown: { column: 'number', text: '没有这个准考证号' },
  nameDiffers: { column: 'name', text: '姓名与考生档案不一致' },
  courseMissing: { column: 'course', text: '没有课程代码' },
  courseUnknown: { column: 'course', text: '没有这门课程' },
  notEnrolled: { column: 'course', text: '考生本次没有报考这门课程（或报考没有审核通过）' },
  valueMissing: { column: 'value', text: '没有成绩，缺考的请注明缺考' },
  valueWrong: { column: 'value', text: '成绩不是数字，也不是已知的标记或等级' },
  valueRange: { column: 'value', text: '成绩应在 0 至 100 之间，最多一位小数' },
  markUnknown: { column: 'mark', text: '不认识这个标记，请在对应列时补上这种写法' },
  gradeForTheory: { column: 'value', text: '理论课程应是分数，等级只用于实践课程和论文' },
  passedWrong: { column: 'passed', text: '是否合格写得不清楚，或与成绩矛盾' },
  repeated: { column: 'number', text: '与同一文件前面的行重复' },
  inEarlier: {
    column: 'number',
    text: '与已采用的批次重复；要用这一份更正，请重新检查时选“更正已采用的成绩”',
  },
  isPublished: { column: 'number', text: '成绩已经公布，只能通过成绩复核更正' },
} as const satisfies Record<string, { column: keyof Mapping; text: string }>;
export type RowFaultCode = keyof typeof ROW_FAULTS;
export const ROW_FAULT_CODES = Object.keys(ROW_FAULTS) as [RowFaultCode, ...RowFaultCode[]];

export const RowFault = z.object({
  code: z.enum(ROW_FAULT_CODES),
  /** The row it repeats, and of which batch, if of another. */
  row: z.number().int().optional(),
  batch: z.number().int().optional(),
});
export type RowFault = z.output<typeof RowFault>;

/** 与同一文件前面的行重复（第 12 行）. */
export function faultText({ code, row, batch }: RowFault): string {
  const where = [batch !== undefined && `第 ${batch} 批`, row !== undefined && `第 ${row} 行`].filter(
    Boolean,
  );
  return `${ROW_FAULTS[code].text}${where.length ? `（${where.join('')}）` : ''}`;
}

/** What a check found. */
export const Checked = z.object({
  rows: z.number().int(),
  good: z.number().int(),
  /** Rows by what is wrong with them; one may have several faults. */
  faults: z.partialRecord(z.enum(ROW_FAULT_CODES), z.number().int()),
  /** Whether the batch may change what earlier ones say; and how many scores it does change. */
  replaces: z.boolean(),
  changes: z.number().int(),
});
export type Checked = z.output<typeof Checked>;

export const Batch = z
  .object({
    id: Id,
    no: z.number().int().describe('第几批'),
    session: z.string(),
    state: z.enum(Object.keys(batchLifecycle.states) as [BatchState]),
    actions: z.array(z.string()),
    name: z.string(),
    bytes: z.number().int(),
    format: z.enum(SHEET_FORMATS),
    encoding: z.string().optional(),
    /** Rows of the file without its heading, and of them how many the running check has read. */
    rows: z.number().int(),
    read: z.number().int(),
    result: Checked.optional(),
    fault: z.string().optional().describe('检查没有完成的原因'),
    reason: z.string().optional().describe('作废的原因'),
    by: z.string(),
    at: Moment,
  })
  .meta({ id: 'ScoreBatch' });
export type Batch = z.output<typeof Batch>;

/** Publication by two persons. */
export const releaseLifecycle = lifecycle({
  subject: 'scoreRelease',
  states: { proposed: '待第二人确认', confirmed: '待公布', published: '已公布', withdrawn: '已撤回' },
  actions: {
    confirm: { from: ['proposed'], to: 'confirmed', by: ['province'], label: '确认公布' },
    publish: { from: ['confirmed'], to: 'published', by: ['system'], label: '公布' },
    withdraw: {
      from: ['proposed', 'confirmed'],
      to: 'withdrawn',
      by: ['province'],
      label: '撤回',
      note: true,
    },
  },
});
export type ReleaseState = keyof typeof releaseLifecycle.states;
export type ReleaseAction = keyof typeof releaseLifecycle.actions;

export const Release = z
  .object({
    id: Id,
    session: z.string(),
    state: z.enum(Object.keys(releaseLifecycle.states) as [ReleaseState]),
    /** What the caller may do: never confirm one's own proposal. */
    actions: z.array(z.string()),
    /** Absent: as soon as it is confirmed. */
    publishAt: Moment.optional(),
    scores: z.number().int(),
    proposedBy: z.string(),
    proposedAt: Moment,
    own: z.boolean().describe('是不是本人提出的'),
    confirmedBy: z.string().optional(),
    confirmedAt: Moment.optional(),
    publishedAt: Moment.optional(),
    withdrawnAt: Moment.optional(),
    reason: z.string().optional().describe('撤回的原因'),
    fault: z.string().optional().describe('到时间没有公布成的原因'),
  })
  .meta({ id: 'ScoreRelease' });
export type Release = z.output<typeof Release>;
