import { z } from 'zod';
import { BINARY, endpoint } from './endpoint.ts';
import { Id, Moment, page, PageQuery } from './list.ts';
import { Batch, Mapping, Release, releaseLifecycle, ROW_FAULT_CODES, RowFault } from './score-imports.ts';
import { ScoreStatistics } from './score-statistics.ts';
import { MAX_SHEET_BYTES, SHEET_REFUSALS } from './sheets.ts';

const tag = '成绩导入与公布';
const session = z.object({ session: z.string().max(20) });
const batch = z.object({ batch: Id });
const release = z.object({ release: Id });
const because = (error: string) =>
  z.object({ reason: z.string({ error }).trim().min(4, `${error}，至少 4 个字`).max(300) });

export const ScoreSessionHead = z.object({
  id: z.string(),
  name: z.string(),
  /** Batches that are not discarded. */
  batches: z.number().int(),
  /** Accepted scores that are not out yet, and those that are. */
  waiting: z.number().int(),
  published: z.number().int(),
  release: z.enum(Object.keys(releaseLifecycle.states) as [keyof typeof releaseLifecycle.states]).optional(),
  publishedAt: Moment.optional(),
});
export type ScoreSessionHead = z.output<typeof ScoreSessionHead>;

export const ScoreSessionView = ScoreSessionHead.extend({
  items: z.array(Batch),
  /** The newest first. */
  releases: z.array(Release),
}).meta({ id: 'ScoreOffice' });
export type ScoreSessionView = z.output<typeof ScoreSessionView>;

/** What the mapping screen begins with. */
export const BatchView = Batch.extend({
  columns: z.array(z.string()),
  /** The first rows, as they were read. */
  samples: z.array(z.array(z.string())),
  mapping: Mapping,
  /** Where the mapping comes from: this batch, a former file of the same columns, or the names of the columns. */
  from: z.enum(['batch', 'remembered', 'guessed']),
}).meta({ id: 'ScoreBatchView' });
export type BatchView = z.output<typeof BatchView>;

export const FaultyRow = z.object({
  row: z.number().int().describe('文件里的第几行'),
  number: z.string(),
  name: z.string().optional(),
  course: z.string(),
  value: z.string(),
  faults: z.array(RowFault.extend({ column: z.string().describe('哪一列'), text: z.string() })),
});
export type FaultyRow = z.output<typeof FaultyRow>;

export const ChangedRow = z.object({
  row: z.number().int(),
  number: z.string(),
  name: z.string(),
  course: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});
export type ChangedRow = z.output<typeof ChangedRow>;

const MissingScore = z.object({
  number: z.string(),
  name: z.string(),
  district: z.string(),
  course: z.string(),
  courseName: z.string(),
});
export type MissingScore = z.output<typeof MissingScore>;

const format = z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') });

export const listScoreSessions = endpoint({
  method: 'GET',
  path: '/score-sessions',
  access: 'score.import',
  tag,
  summary: '各考次的成绩导入与公布情况，最近的在前',
  returns: z.object({ items: z.array(ScoreSessionHead) }),
});
export const getScoreSession = endpoint({
  method: 'GET',
  path: '/score-sessions/:session',
  access: 'score.import',
  tag,
  summary: '一个考次的成绩批次与公布情况',
  params: session,
  returns: ScoreSessionView,
  problems: ['notFound'],
});
export const uploadScores = endpoint({
  method: 'POST',
  path: '/score-sessions/:session/batches',
  access: 'score.import',
  tag,
  summary: '上传一份成绩文件（CSV、XLSX、DBF，GBK 或 UTF-8）；密封保存，对应列之后再检查',
  params: session,
  query: z.object({ name: z.string().trim().min(1).max(120).describe('文件名') }),
  body: BINARY,
  accepts: ['application/octet-stream'],
  maxBytes: MAX_SHEET_BYTES,
  status: 201,
  returns: Batch,
  problems: ['notFound', 'conflict', ...SHEET_REFUSALS],
});
export const getScoreBatch = endpoint({
  method: 'GET',
  path: '/score-batches/:batch',
  access: 'score.import',
  tag,
  summary: '一个批次：列、样例行、列的对应、检查进度与结果',
  params: batch,
  returns: BatchView,
  problems: ['notFound'],
});
export const checkScoreBatch = endpoint({
  method: 'PUT',
  path: '/score-batches/:batch/mapping',
  access: 'score.import',
  tag,
  summary: '确定列的对应并开始检查；同样格式的文件下次自动沿用',
  params: batch,
  body: z.object({
    mapping: Mapping,
    replaces: z.boolean().default(false).describe('更正已采用的成绩：与以前批次不同的，以这一批为准'),
  }),
  status: 202,
  returns: Batch,
  problems: ['notFound', 'conflict'],
});
export const listScoreFaults = endpoint({
  method: 'GET',
  path: '/score-batches/:batch/faults',
  access: 'score.import',
  tag,
  summary: '一个批次里有问题的行，写明行、列和问题',
  params: batch,
  query: PageQuery.extend({ code: z.enum(ROW_FAULT_CODES).optional() }),
  returns: page(FaultyRow),
  problems: ['notFound'],
});
export const downloadScoreFaults = endpoint({
  method: 'GET',
  path: '/score-batches/:batch/faults/file',
  access: 'score.import',
  tag,
  summary: '下载全部有问题的行',
  params: batch,
  query: format,
  download: true,
  returns: BINARY,
  problems: ['notFound'],
});
export const listScoreChanges = endpoint({
  method: 'GET',
  path: '/score-batches/:batch/changes',
  access: 'score.import',
  tag,
  summary: '这一批与已采用的成绩（或与另一批）不同的地方',
  params: batch,
  query: PageQuery.extend({ against: Id.optional().describe('与哪一批相比；不填则与已采用的相比') }),
  returns: page(ChangedRow),
  problems: ['notFound'],
});
export const acceptScoreBatch = endpoint({
  method: 'POST',
  path: '/score-batches/:batch/acceptance',
  access: 'score.import',
  tag,
  summary: '采用一个批次；有问题的行只有明确说明才跳过',
  params: batch,
  body: z.object({ withoutFaulty: z.boolean().default(false).describe('有问题的行不采用') }),
  returns: Batch,
  problems: ['notFound', 'conflict', 'scores.faulty', 'scores.underRelease', 'scores.checkAgain'],
});
export const discardScoreBatch = endpoint({
  method: 'POST',
  path: '/score-batches/:batch/discard',
  access: 'score.import',
  tag,
  summary: '作废一个批次；它更正过的成绩恢复为以前批次的',
  params: batch,
  body: because('请写明作废的原因'),
  returns: Batch,
  problems: ['notFound', 'conflict', 'scores.underRelease'],
});
export const getScoreStatistics = endpoint({
  method: 'GET',
  path: '/score-sessions/:session/statistics',
  access: 'score.import',
  tag,
  summary: '各课程的人数、合格率、平均分、分布、标记、缺少的成绩，与上一考次相比',
  params: session,
  returns: ScoreStatistics,
  problems: ['notFound'],
});
export const listMissingScores = endpoint({
  method: 'GET',
  path: '/score-sessions/:session/missing',
  access: 'score.import',
  tag,
  summary: '报考了而没有成绩的考生',
  params: session,
  query: PageQuery.extend({ course: z.string().max(10).optional() }),
  returns: page(MissingScore),
  problems: ['notFound'],
});
export const downloadMissingScores = endpoint({
  method: 'GET',
  path: '/score-sessions/:session/missing/file',
  access: 'score.import',
  tag,
  summary: '下载报考了而没有成绩的考生',
  params: session,
  query: format,
  download: true,
  returns: BINARY,
  problems: ['notFound'],
});
export const proposeRelease = endpoint({
  method: 'POST',
  path: '/score-sessions/:session/releases',
  access: 'score.release',
  tag,
  summary: '提出公布已采用的成绩，等待另一人确认',
  params: session,
  body: z.object({ publishAt: Moment.optional().describe('公布时间；不填则确认后立即公布') }),
  idempotent: true,
  status: 201,
  returns: Release,
  problems: ['notFound', 'scores.nothing', 'scores.underRelease'],
});
export const confirmRelease = endpoint({
  method: 'POST',
  path: '/score-releases/:release/confirmation',
  access: 'score.release',
  tag,
  summary: '确认公布，必须是提出人以外的另一人；到时间由系统公布',
  params: release,
  returns: Release,
  problems: ['notFound', 'conflict', 'scores.samePerson', 'scores.changed'],
});
export const withdrawRelease = endpoint({
  method: 'POST',
  path: '/score-releases/:release/withdrawal',
  access: 'score.release',
  tag,
  summary: '公布之前撤回',
  params: release,
  body: because('请写明撤回的原因'),
  returns: Release,
  problems: ['notFound', 'conflict'],
});
