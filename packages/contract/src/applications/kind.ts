import type { CodeTables } from '../codes/tables.ts';
import type { ExamFunction } from '../exams.ts';
import type { Answers } from '../forms/fields.ts';
import type { Form } from '../forms/form.ts';
import { allowed } from '../lifecycle.ts';
import type { Role } from '../permissions.ts';
import {
  applicationLifecycle,
  type ApplicationAction,
  type ApplicationState,
  type Stage,
  STAGES,
} from './lifecycle.ts';

/** A page to print, from the data of an application. `{{province}}` in its title is the province's name. */
export interface Paper {
  key: string;
  title: string;
  /** States in which it can be printed. */
  when: readonly ApplicationState[];
  /** Lines below the rows: what to sign, what to bring. */
  foot: readonly string[];
}

/** Everything that makes a kind of application, but its rules and its effect, which are the API's. */
export interface Kind {
  key: string;
  title: string;
  /** What opens and closes it. */
  window: ExamFunction;
  /** `scored`: belongs to the session whose scores are out, else to the one that is registered for now. */
  session?: 'scored';
  /** Of 办理要求 and 办理流程; who ticked another version than this reads again. */
  version: string;
  requirements: readonly string[];
  process: readonly string[];
  form: Form;
  stages: readonly Stage[];
  /** 现场审核: at which stage the candidate comes in person, with which papers. Approving waits for it. */
  onSite?: { at: Stage; papers: readonly string[] };
  /** 变更内容 of the list: no personal data, it is stored in the clear. */
  summary: (answers: Answers, tables: CodeTables) => string;
  /** Head of that column; 申请内容 where nothing is said. */
  listed?: string;
  /** What the candidate still has to do at the district once it is submitted, where that is not 现场审核. */
  afterwards?: string;
  /** The guide offers the printed 准考证 as a proof. */
  ticketAsProof?: true;
  /** What only one application may hold at a time, and how long; absent: one open application of the kind. */
  holds?: (answers: Answers) => string[];
  /** What an officer fills in to approve at a stage. */
  decision?: Partial<Record<Stage, Form>>;
  /** What the candidate reads when it is approved for good: what it means and what comes next. */
  approved: string;
  /** Words of its own for a state. */
  states?: Partial<Record<ApplicationState, string>>;
  papers: readonly Paper[];
  /** A letter is collected at the district after the decision. */
  collect?: true;
}

/** Declares a kind once: pages, drafts, review, receipts and REST follow. */
export function kind(definition: Kind): Kind {
  return definition;
}

export type Kinds = Readonly<Record<string, Kind>>;

/** The last stage decides for good. */
export const lastStage = (of: Kind): Stage => STAGES.findLast((stage) => of.stages.includes(stage))!;

export const stateName = (of: Kind, state: ApplicationState): string =>
  of.states?.[state] ?? applicationLifecycle.states[state];

/** The actions of the lifecycle that a kind knows. */
export function actionsOf(of: Kind): ApplicationAction[] {
  const unknown: Partial<Record<ApplicationAction, boolean>> = {
    forward: lastStage(of) === 'district',
    approve: lastStage(of) === 'province',
    approveProvince: lastStage(of) === 'district',
    rejectProvince: lastStage(of) === 'district',
    visit: of.onSite?.at !== 'district',
    visitProvince: of.onSite?.at !== 'province',
    handOver: !of.collect,
  };
  return (Object.keys(applicationLifecycle.actions) as ApplicationAction[]).filter(
    (action) => !unknown[action],
  );
}

/** What a role may do with an application of a kind in a state. */
export function kindActions(of: Kind, state: ApplicationState, role: Role): ApplicationAction[] {
  const known = actionsOf(of);
  return allowed(applicationLifecycle, state, role).filter((action) => known.includes(action));
}

/** The action that a decision at a stage comes to. */
export function decisionAction(of: Kind, stage: Stage, decision: 'approve' | 'reject'): ApplicationAction {
  if (decision === 'reject') return stage === 'district' ? 'reject' : 'rejectProvince';
  if (stage === 'province') return 'approveProvince';
  return lastStage(of) === 'province' ? 'forward' : 'approve';
}

/** Every kind has it, numbered by 受理编号. */
const receipt = ({ title, onSite }: Kind): Paper => ({
  key: 'receipt',
  title: `${title}受理回执`,
  when: ['pending', 'province', 'approved', 'rejected', 'collected'],
  foot: onSite
    ? [`请携带${onSite.papers.join('、')}，前往${onSite.at === 'province' ? '省考办' : '考区'}现场审核。`]
    : [],
});

/** What can be printed in a state. */
export function papersOf(of: Kind, state: ApplicationState): Paper[] {
  return [receipt(of), ...of.papers].filter(({ when }) => when.includes(state));
}

/** Texts name the province as `{{province}}`: it is data. */
export const inProvince = (text: string, province: string) => text.replaceAll('{{province}}', province);

/** 办理要求 and 办理流程 as the body of a text: a line beginning with `# ` is a heading, with `- ` a list item. */
export function requirementsText({ requirements, process }: Kind): string {
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`);
  return ['# 办理要求', ...list(requirements), '# 办理流程', ...process].join('\n');
}
