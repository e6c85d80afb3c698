import { z } from 'zod';
import { photoLifecycle, type PhotoState, Reason, TimelineEntry } from './candidates.ts';
import { Document, DOCUMENT_REFUSALS, DOCUMENT_TYPES, DocumentName } from './documents.ts';
import { BINARY, endpoint } from './endpoint.ts';
import { FrozenGroups } from './enrolments.ts';
import { PICTURE_KINDS } from './forms/fields.ts';
import { Id, Moment, page, PageQuery } from './list.ts';
import { Judgement } from './measures.ts';
import { CardText } from './verification.ts';
import { KINDS } from './applications/kinds/index.ts';
import { lastStage, type Kind } from './applications/kind.ts';
import { STAGES, type Stage } from './applications/lifecycle.ts';

const tag = '考区审核';

/** Queues by kind of case, with their titles: every kind of application has one under its key. */
export const QUEUES: Readonly<Record<string, string>> = {
  profiles: '基本信息',
  enrolments: '报考信息',
  ...Object.fromEntries(Object.values(KINDS).map(({ key, title }) => [key, title])),
};
/** A queue by its name; one that does not exist answers 404. */
export const QueueName = z
  .string()
  .regex(/^[a-z][A-Za-z]{1,29}$/)
  .describe('待办种类：profiles、enrolments，或一种申请');
export type Queue = z.output<typeof QueueName>;

/** A case is held that long by whoever opened it; renewed while working. */
export const LEASE_SECONDS = 300;

export const Claim = z.object({ mine: z.boolean(), by: z.string(), until: Moment });

export const CaseHead = z.object({
  id: Id,
  name: z.string(),
  maskedIdNumber: z.string(),
  admissionNumber: z.string().optional(),
  district: z.string(),
  state: z.string(),
  submittedAt: Moment,
  /** Submission number; above 1: 重新提交. */
  no: z.number().int(),
  photo: z.enum(Object.keys(photoLifecycle.states) as [PhotoState]).optional(),
  claim: Claim.optional(),
  /** Comes again after a rejection: kept for a while for whoever rejected it, then for anyone. */
  reserved: Claim.optional(),
});

/** A ready sentence for a reason; `field` is a key of the form, or `photo`. */
export const ReasonChoice = z.object({
  code: z.string(),
  field: z.string(),
  label: z.string(),
  text: z.string(),
});

export const Case = z
  .object({
    id: Id,
    queue: QueueName,
    version: z.number().int(),
    state: z.string(),
    actions: z.array(z.string()),
    head: CaseHead,
    groups: FrozenGroups,
    /** The submission before, row by row, to show what changed; absent on the first. */
    previous: FrozenGroups.optional(),
    previousReasons: z.array(Reason),
    pictures: z.object({ cardPortrait: Id.optional(), cardEmblem: Id.optional(), photo: Id.optional() }),
    /** Pictures that are others than in the submission compared with. */
    replaced: z.array(z.enum(PICTURE_KINDS)),
    judgement: Judgement.optional(),
    /** What was read on the card that was submitted. */
    card: CardText.optional(),
    /** 现场审核 as it was recorded. */
    visit: z.object({ at: Moment, by: z.string() }).optional(),
    /** What the officers before filled in. */
    outcome: FrozenGroups.optional(),
    /**
     * To approve, the form of the kind's stage is to be filled in; `lines`: for each `rows` field that has a line for
     * every entry of an answer, those entries.
     */
    asks: z
      .object({
        stage: z.enum(STAGES),
        lines: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
      })
      .optional(),
    /** Why approving is not possible now, e.g. 照片待线下采集. */
    blocked: z.string().optional(),
    reasonChoices: z.array(ReasonChoice),
    history: z.array(TimelineEntry.extend({ by: z.string() })),
  })
  .meta({ id: 'Case' });
export type Case = z.output<typeof Case>;

export const Decision = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('approve'),
    remark: z.string().trim().max(300).optional(),
    /** What the kind's stage asks for, see `asks`. */
    fields: z.record(z.string().max(40), z.unknown()).optional(),
  }),
  z.object({
    decision: z.literal('reject'),
    reasons: z.array(Reason).min(1, '请至少选择或写明一条不通过原因').max(20),
    remark: z.string().trim().max(300).optional(),
  }),
]);
export type Decision = z.output<typeof Decision>;

const params = z.object({ queue: QueueName, id: Id });

export const getCounts = endpoint({
  method: 'GET',
  path: '/review',
  access: 'review.read',
  tag,
  summary: '各类待办数量与最久一件的提交时间',
  returns: z.object({
    queues: z.array(z.object({ queue: QueueName, pending: z.number().int(), oldest: Moment.optional() })),
    decidedToday: z.number().int(),
    medianSeconds: z.number().nullable(),
  }),
});
export const listCases = endpoint({
  method: 'GET',
  path: '/review/:queue',
  access: 'review.read',
  tag,
  summary: '待办列表，最早提交的在前；可按姓名、身份证号、准考证号查找',
  params: z.object({ queue: QueueName }),
  query: PageQuery.extend({
    search: z.string().trim().max(60).optional(),
    state: z.enum(['pending', 'approved', 'rejected', 'all']).default('pending'),
    turn: z.enum(['first', 'again']).optional().describe('first 初次提交，again 重新提交'),
    checks: z.enum(['clean', 'flagged']).optional().describe('自动核验：clean 全部通过'),
    district: z.string().max(10).optional().describe('省考办只看一个考区'),
  }),
  returns: page(CaseHead),
});
export const getCase = endpoint({
  method: 'GET',
  path: '/review/:queue/:id',
  access: 'review.read',
  tag,
  summary: '一件的全部内容（查看会记入访问日志）',
  params,
  returns: Case,
  etag: true,
  problems: ['notFound'],
});
export const claimCase = endpoint({
  method: 'PUT',
  path: '/review/:queue/:id/claim',
  access: 'review.decide',
  tag,
  summary: '领取或续期；他人持有时可写明接手',
  params,
  body: z.object({ takeOver: z.boolean().default(false) }),
  returns: Claim,
  problems: ['notFound', 'review.claimed', 'conflict'],
});
export const releaseCase = endpoint({
  method: 'DELETE',
  path: '/review/:queue/:id/claim',
  access: 'review.decide',
  tag,
  summary: '放回待办',
  params,
  problems: ['notFound'],
});
/** Gives the oldest case nobody holds, claimed. */
export const claimNext = endpoint({
  method: 'POST',
  path: '/review/:queue/next',
  access: 'review.decide',
  tag,
  summary: '领取最早的一件',
  params: z.object({ queue: QueueName }),
  returns: z.object({ id: Id.nullable() }),
});
export const decide = endpoint({
  method: 'POST',
  path: '/review/:queue/:id/decision',
  access: 'review.decide',
  tag,
  summary: '通过或不通过',
  params,
  body: Decision,
  ifMatch: true,
  idempotent: true,
  returns: z.object({
    state: z.string(),
    admissionNumber: z.string().optional(),
    message: z.string(),
    next: Id.nullable(),
  }),
  problems: [
    'notFound',
    'conflict',
    'request.stale',
    'review.notClaimed',
    'review.claimed',
    'admission.exhausted',
  ],
});
/** 现场采集: the photo of a candidate who came to the desk. */
export const collectPhoto = endpoint({
  method: 'PUT',
  path: '/review/profiles/:id/photo',
  access: 'review.desk',
  tag,
  summary: '考区线下采集照片',
  params: z.object({ id: Id }),
  body: BINARY,
  returns: Case,
  etag: true,
  problems: [
    'notFound',
    'conflict',
    'review.notClaimed',
    'review.claimed',
    'picture.wrongType',
    'picture.unreadable',
    'picture.tooLarge',
    'picture.tooManyPixels',
    'picture.tooSmall',
    'picture.animated',
  ],
});

/** 现场审核: the candidate came in person with the papers. */
export const recordVisit = endpoint({
  method: 'PUT',
  path: '/review/:queue/:id/visit',
  access: 'review.decide',
  tag,
  summary: '登记现场审核：考生本人携带材料到场，已核对',
  params,
  returns: Case,
  etag: true,
  problems: ['notFound', 'conflict', 'review.notClaimed', 'review.claimed'],
});
/** A paper the office scanned for a case, e.g. the stamped 申请表: into the candidate's own store, named by the case. */
export const uploadCaseDocument = endpoint({
  method: 'POST',
  path: '/review/:queue/:id/documents',
  access: 'review.decide',
  tag,
  summary: '为正在审核的申请上传材料（如盖章的申请表）',
  params,
  query: z.object({ name: DocumentName }),
  body: BINARY,
  accepts: DOCUMENT_TYPES,
  returns: Document,
  status: 201,
  problems: ['notFound', 'conflict', 'review.notClaimed', 'review.claimed', ...DOCUMENT_REFUSALS],
});
/** 领取告知单: the letter was handed over. */
export const handOver = endpoint({
  method: 'PUT',
  path: '/review/:queue/:id/handover',
  access: 'review.desk',
  tag,
  summary: '登记考生已领取告知单',
  params,
  returns: Case,
  etag: true,
  problems: ['notFound', 'conflict'],
});

/** What the candidate will read; the officer's preview and the message sent are this one text. `of`: an application's kind. */
export function decisionMessage(
  queue: Queue,
  decision: Decision,
  labels: Record<string, string>,
  office: string,
  of?: { kind: Kind; stage: Stage },
): string {
  if (decision.decision === 'approve') return approvalMessage(queue, of);
  const lines = decision.reasons.map(({ field, text }, i) => `${i + 1}. ${labels[field] ?? '其他'}：${text}`);
  const what = of?.kind.title ?? QUEUES[queue];
  const mend = of ? '请完善' : '请修改';
  const remark = decision.remark ? `\n${decision.remark}` : '';
  const signed = of?.stage === 'province' ? '省考办' : `${office}考区`;
  return `您的${what}审核不通过，${mend}后重新提交。\n${lines.join('\n')}${remark}\n${signed}`;
}

function approvalMessage(queue: Queue, of: { kind: Kind; stage: Stage } | undefined): string {
  if (of)
    return of.stage === lastStage(of.kind)
      ? `您的${of.kind.title}已审核通过。${of.kind.approved}`
      : `您的${of.kind.title}考区审核通过，已报省考办审核。`;
  return queue === 'profiles'
    ? '您的基本信息已审核通过，准考证号在首页显示。请在报考时间内完成报考信息填报。'
    : '您的报考信息已审核通过，报考成功。请按时打印考场座次通知单。';
}
