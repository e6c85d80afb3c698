import { z } from 'zod';
import { Reason, TimelineEntry } from '../candidates.ts';
import { CodeEntry, OWN_TABLES, type OwnTable } from '../codes/tables.ts';
import { FrozenGroups } from '../enrolments.ts';
import { Window } from '../exams.ts';
import { Id, Moment } from '../list.ts';
import { applicationLifecycle, type ApplicationState, STAGES } from './lifecycle.ts';

/** A kind by its key; one that is not registered answers 404. */
export const KindName = z
  .string()
  .regex(/^[a-z][A-Za-z]{1,29}$/)
  .describe('申请种类：change、transferIn、transferOut、exemption、recheck');

export const State = z.enum(Object.keys(applicationLifecycle.states) as [ApplicationState]);

/** One line of the list of own applications: 序号, 提交时间, 变更内容, 审核状态. */
export const ApplicationHead = z.object({
  id: Id,
  kind: KindName,
  /** 受理编号. */
  reference: z.string(),
  /** 序号 within the kind, from 1. */
  no: z.number().int(),
  submittedAt: Moment.optional(),
  summary: z.string(),
  state: State,
  /** The state in the kind's words. */
  stateName: z.string(),
  actions: z.array(z.string()),
});
export type ApplicationHead = z.output<typeof ApplicationHead>;

/** One of everything that was filed: with what happened, and where the candidate is expected in person. */
export const FiledApplication = ApplicationHead.extend({
  title: z.string(),
  /** Where the candidate still has to come: 现场审核, or the form of a recheck. */
  expectedAt: z.enum(STAGES).optional(),
  timeline: z.array(TimelineEntry),
});
export type FiledApplication = z.output<typeof FiledApplication>;

/** A sentence of a rule, for a field of the form or (empty path) the whole application. */
export const RuleSays = z.object({ path: z.string(), message: z.string() });
export type RuleSays = z.output<typeof RuleSays>;

export const Preview = z.object({
  /** 原始信息 is marked `original`. */
  groups: FrozenGroups,
  /** What to know, but nothing that stops the application. */
  notes: z.array(RuleSays),
});

export const Submission = z.object({
  /** Counts from 1; above 1: 重新提交. */
  no: z.number().int(),
  at: Moment,
  groups: FrozenGroups,
});

/** 现场审核 as it was recorded. */
export const Visit = z.object({ at: Moment, office: z.string() });

export const Application = z
  .object({
    id: Id,
    kind: KindName,
    reference: z.string(),
    /** Counts the candidate's own changes; a decision leaves it. */
    version: z.number().int(),
    state: State,
    stateName: z.string(),
    actions: z.array(z.string()),
    /** The session it belongs to, by name. */
    session: z.string(),
    window: Window.nullable(),
    /** What the form holds now, with what is on file. */
    answers: z.record(z.string(), z.unknown()),
    /** Version of the requirements that was ticked. */
    agreement: z.object({ version: z.string(), at: Moment }).optional(),
    savedAt: Moment.optional(),
    summary: z.string(),
    submission: Submission.optional(),
    /** Earlier submissions, the newest first. */
    earlier: z.array(Submission.extend({ reasons: z.array(Reason) })),
    reviewedAt: Moment.optional(),
    reasons: z.array(Reason),
    remark: z.string().optional(),
    visit: Visit.optional(),
    /** What the office filled in with its decisions: results of 成绩复核. */
    outcome: FrozenGroups,
    papers: z.array(z.object({ key: z.string(), title: z.string() })),
    timeline: z.array(TimelineEntry),
    /** The draft differs from the last submission. */
    changed: z.boolean(),
  })
  .meta({ id: 'Application' });
export type Application = z.output<typeof Application>;

/** Why nothing of the kind can be begun now; `open`: there is one to go on with. */
export const ApplicationGate = z.object({
  reason: z.enum(['profile', 'window', 'session', 'rule', 'open']),
  title: z.string(),
  detail: z.string(),
});
export type ApplicationGate = z.output<typeof ApplicationGate>;

export const KindHead = z.object({
  kind: KindName,
  title: z.string(),
  window: Window.nullable(),
});

export const KindInfo = KindHead.extend({
  session: z.string().optional(),
  /** 办理要求 and 办理流程, as a text (`# ` heading, `- ` list item) with its version. */
  requirements: z.object({ version: z.string(), body: z.string() }),
  gate: ApplicationGate.optional(),
  notes: z.array(RuleSays),
  /** The draft or rejected application that goes on instead of a new one. */
  current: Id.optional(),
  items: z.array(ApplicationHead),
}).meta({ id: 'ApplicationKind' });
export type KindInfo = z.output<typeof KindInfo>;

const own = Object.keys(OWN_TABLES) as [OwnTable, ...OwnTable[]];
export const OwnTables = z.partialRecord(z.enum(own), z.array(CodeEntry).readonly());

/** A page to print. */
export const PrintedPaper = z
  .object({
    title: z.string(),
    reference: z.string(),
    kind: KindName,
    stateName: z.string(),
    submittedAt: Moment,
    printedAt: Moment,
    groups: FrozenGroups,
    outcome: FrozenGroups,
    foot: z.array(z.string()),
    organisation: z.string(),
    district: z.object({ name: z.string(), address: z.string().optional(), phone: z.string().optional() }),
  })
  .meta({ id: 'PrintedPaper' });
export type PrintedPaper = z.output<typeof PrintedPaper>;
