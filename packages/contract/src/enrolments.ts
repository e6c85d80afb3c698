import { z } from 'zod';
import { Reason, TimelineEntry } from './candidates.ts';
import { endpoint } from './endpoint.ts';
import { ExamSession, Major, Window } from './exams.ts';
import { code, field } from './forms/fields.ts';
import { draftSchema, form } from './forms/form.ts';
import { lifecycle } from './lifecycle.ts';
import { Id, Moment } from './list.ts';

const tag = '报考';

export const CourseChoice = z.object({ slot: z.string().max(4), course: z.string().max(10) });
export type CourseChoice = z.output<typeof CourseChoice>;

/** 报考信息填报: the guide's section 4 (3). The rules that need data run on the server at every step and at submission. */
export const enrolmentForm = form({
  name: 'enrolment',
  title: '报考信息填报',
  steps: [
    {
      key: 'notice',
      title: '报考简章',
      kind: 'notice',
      text: 'prospectus',
      tick: '我已阅读并知晓报考简章相关内容及注意事项',
      next: '下一步',
    },
    {
      key: 'form',
      title: '填写报考信息',
      kind: 'fields',
      next: '下一步',
      groups: [
        {
          title: '报考信息',
          fields: {
            district: field({
              input: 'select',
              options: 'district',
              label: '报考考区',
              schema: code('报考考区'),
              hint: '就是实际参加考试的地方',
              half: true,
            }),
            major: field({
              input: 'select',
              options: 'major',
              label: '专业',
              schema: code('专业'),
              hint: '停考过渡期的专业不接收新生',
              half: true,
            }),
            courses: field({
              input: 'courses',
              label: '课程',
              // One per half-day and the other rules need the timetable: the server's rules say them, with names.
              schema: z
                .array(CourseChoice, { error: '请至少选择一门课程' })
                .min(1, '请至少选择一门课程')
                .max(20),
            }),
          },
        },
      ],
    },
    { key: 'preview', title: '报考信息预览', kind: 'preview', next: '提交' },
  ],
});

const RESUMED = '合档已撤销，恢复原来的报考';

/** 考生状态; `none` is a candidate without a submission. */
export const enrolmentLifecycle = lifecycle({
  subject: 'enrolment',
  states: {
    draft: '未报考',
    pending: '待审核',
    approved: '报考成功',
    rejected: '审核不通过',
    /** The person has another one of the same session since a 合档. */
    setAside: '合档后不再使用',
  },
  actions: {
    submit: {
      from: ['draft', 'pending', 'approved', 'rejected'],
      to: 'pending',
      by: ['candidate'],
      label: '提交报考信息',
    },
    approve: { from: ['pending'], to: 'approved', by: ['district'], label: '考区审核通过，报考成功' },
    reject: { from: ['pending'], to: 'rejected', by: ['district'], label: '考区审核不通过', note: true },
    setAside: {
      from: ['draft', 'pending', 'approved', 'rejected'],
      to: 'setAside',
      by: ['system'],
      label: '合档，以另一份报考为准',
    },
    /** The 合档 was undone: back to where it was. */
    resumeDraft: { from: ['setAside'], to: 'draft', by: ['system'], label: RESUMED },
    resumePending: { from: ['setAside'], to: 'pending', by: ['system'], label: RESUMED },
    resumeApproved: { from: ['setAside'], to: 'approved', by: ['system'], label: RESUMED },
    resumeRejected: { from: ['setAside'], to: 'rejected', by: ['system'], label: RESUMED },
    /** The account is closed (desk): it sits no exam. */
    retract: { from: ['pending', 'approved', 'rejected'], to: 'draft', by: ['system'], label: '账号停用' },
  },
});
export type EnrolmentState = keyof typeof enrolmentLifecycle.states;

const State = z.enum(Object.keys(enrolmentLifecycle.states) as [EnrolmentState]);

/** What was shown at submission, frozen with it. */
export const FrozenGroups = z.array(
  z.object({
    title: z.string(),
    /** 原始信息: what was on file, beside what was asked for. */
    original: z.literal(true).optional(),
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        text: z.string(),
        picture: z.string().optional(),
        files: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
        lines: z.array(z.array(z.string())).optional(),
      }),
    ),
  }),
);

export const Enrolment = z
  .object({
    id: Id,
    /** Counts the candidate's own changes; a decision of the district leaves it. */
    version: z.number().int(),
    state: State,
    actions: z.array(z.string()),
    session: ExamSession,
    /** Window of the chosen (or own) district. */
    window: Window.nullable(),
    /** Draft: what the form holds now. */
    answers: z.record(z.string(), z.unknown()),
    agreement: z.object({ version: z.string(), at: Moment }).optional(),
    savedAt: Moment.optional(),
    /** The last submission, which counts. `no` counts from 1. */
    submission: z.object({ no: z.number().int(), at: Moment, groups: FrozenGroups }).optional(),
    reviewedAt: Moment.optional(),
    reasons: z.array(Reason),
    remark: z.string().optional(),
    timeline: z.array(TimelineEntry),
    /** Draft differs from the last submission. */
    changed: z.boolean(),
  })
  .meta({ id: 'Enrolment' });
export type Enrolment = z.output<typeof Enrolment>;

/** Why one cannot enrol or change an enrolment now; undefined: go ahead. `profile` goes before `record` before `window`. */
export const EnrolmentGate = z.object({
  reason: z.enum(['profile', 'record', 'window', 'session']),
  title: z.string(),
  detail: z.string(),
});

export const CourseOption = z.object({
  slot: z.string(),
  code: z.string(),
  name: z.string(),
  credits: z.number().nullable(),
  /** Of the chosen major's plan. */
  own: z.boolean(),
  selectable: z.boolean(),
  /** 已合格 78 分, 已免考, 需先通过理论部分 … */
  note: z.string().optional(),
});
export const MajorOption = Major.extend({ selectable: z.boolean(), reason: z.string().optional() });
export const EnrolmentOptions = z
  .object({
    districts: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        selectable: z.boolean(),
        /** Districts may have windows of their own. */
        reason: z.string().optional(),
      }),
    ),
    majors: z.array(MajorOption),
    courses: z.array(CourseOption),
  })
  .meta({ id: 'EnrolmentOptions' });

export const getEnrolment = endpoint({
  method: 'GET',
  path: '/enrolment',
  access: 'enrolment.own',
  tag,
  summary: '我在本考次的报考',
  etag: true,
  returns: z.object({
    version: z.number().int(),
    gate: EnrolmentGate.optional(),
    enrolment: Enrolment.nullable(),
  }),
  problems: [],
});
/** 我要报考: makes the draft if there is none; asking again gives the same one. */
export const beginEnrolment = endpoint({
  method: 'POST',
  path: '/enrolment',
  access: 'enrolment.own',
  tag,
  summary: '我要报考',
  idempotent: true,
  status: 201,
  returns: Enrolment,
  problems: ['profile.needed', 'record.blocked', 'window.closed', 'enrolment.none'],
});
export const agreeToProspectus = endpoint({
  method: 'PUT',
  path: '/enrolment/agreement',
  access: 'enrolment.own',
  tag,
  summary: '知晓报考简章',
  body: z.object({ version: z.string().max(40) }),
  returns: Enrolment,
  etag: true,
  problems: ['conflict', 'enrolment.none'],
});
export const getEnrolmentOptions = endpoint({
  method: 'GET',
  path: '/enrolment/options',
  access: 'enrolment.own',
  tag,
  summary: '可选的考区、专业、课程，不能选的写明原因',
  query: z.object({
    major: z.string().max(10).optional(),
    all: z.stringbool().default(false).describe('显示全部开考课程'),
  }),
  returns: EnrolmentOptions,
  problems: ['enrolment.none'],
});
export const saveEnrolmentDraft = endpoint({
  method: 'PATCH',
  path: '/enrolment/draft',
  access: 'enrolment.own',
  tag,
  summary: '保存报考草稿',
  ifMatch: true,
  etag: true,
  body: draftSchema(enrolmentForm),
  returns: z.object({ version: z.number().int(), savedAt: Moment }),
  problems: ['request.stale', 'enrolment.none', 'window.closed'],
});
/** Runs all rules without submitting: 下一步. */
export const checkEnrolment = endpoint({
  method: 'POST',
  path: '/enrolment/check',
  access: 'enrolment.own',
  tag,
  summary: '检查报考信息',
  returns: FrozenGroups,
  problems: ['enrolment.refused', 'enrolment.none', 'window.closed', 'profile.needed', 'record.blocked'],
});
export const submitEnrolment = endpoint({
  method: 'POST',
  path: '/enrolment/submission',
  access: 'enrolment.own',
  tag,
  summary: '提交报考信息，截止前最后一次提交为准',
  idempotent: true,
  ifMatch: true,
  etag: true,
  returns: Enrolment,
  problems: [
    'enrolment.refused',
    'enrolment.none',
    'window.closed',
    'profile.needed',
    'record.blocked',
    'request.stale',
    'conflict',
  ],
});
export const listEnrolments = endpoint({
  method: 'GET',
  path: '/enrolments',
  access: 'enrolment.own',
  tag,
  summary: '历次报考与考生状态',
  returns: z.object({
    items: z.array(
      z.object({
        id: Id,
        session: z.string(),
        state: State,
        submittedAt: Moment.optional(),
        groups: FrozenGroups,
      }),
    ),
  }),
});
