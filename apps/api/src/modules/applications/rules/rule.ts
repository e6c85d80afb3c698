import type { Kind } from '@zikao/contract/applications/kind';
import type { Stage } from '@zikao/contract/applications/lifecycle';
import type { ExamRules } from '@zikao/contract/exam-rules';
import type { Plan } from '@zikao/contract/exams';
import type { Answers } from '@zikao/contract/forms/fields';
import type { Standing } from '@zikao/contract/records';
import type { Score } from '@zikao/contract/scores';
import type { Course, Equivalence, Major } from '#modules/exams';
import type { Entry } from '#modules/records';
import type { Signed } from '#platform/context';

/** What speaks against an application: a field of the form, or (empty path) the whole. */
export interface Fault {
  path: string;
  message: string;
}

/** What is on file of the person; the keys are those of the forms' fixed fields. */
export interface OnFile {
  currentName: string;
  currentSex: string;
  idNumber: string;
  admissionNumber: string;
  photo: string;
}

/** Everything the rules judge by: loaded once, so that they are pure. */
export interface Facts {
  now: Date;
  /** ISO date in Asia/Shanghai. */
  today: string;
  /** The province's name, 青海省. */
  province: string;
  /** The session the application belongs to. */
  session: { id: string; name: string };
  person: OnFile;
  /** What of the 考籍 counts, by course. */
  record: ReadonlyMap<string, Entry>;
  /** Several until 合档. */
  numbers: readonly string[];
  /** 考籍状态 today. */
  standing: Standing;
  /** The session's published scores. */
  scores: readonly Score[];
  /** Courses of the session a recheck was asked for, by other applications. */
  rechecked: ReadonlySet<string>;
  equivalences: readonly Equivalence[];
  /** Numbers the province decides by. */
  limits: ExamRules;
  majors: ReadonlyMap<string, Major>;
  /** All courses by code. */
  courses: ReadonlyMap<string, Course>;
  /** The plan in force of the own major, if there is one. */
  plan?: Plan;
}

export interface Rule {
  /** `kind.rule`, e.g. `transferOut.suspended`: named by vectors, decisions and the reference. */
  id: string;
  /** The rule as people read it, with where it comes from. */
  sentence: string;
  /** `gate`: needs no answers and stops the application before it begins. `note`: is shown and stops nothing. */
  as?: 'gate' | 'note';
  /** A gate that every approval asks once more: the record may have been closed since the submission. */
  again?: true;
  /** Answers may be unfinished: a rule that lacks what it judges says nothing. */
  judge(answers: Answers, facts: Facts): Fault | readonly Fault[] | undefined;
}

/** What was decided for good, handed to the effect in the deciding transaction. */
export interface Approved {
  id: string;
  candidate: string;
  /** Number of the submission decided on. */
  no: number;
  session: string;
  district: string;
  /** 受理编号: the origin of what the effect writes. */
  reference: string;
  /** As they were submitted. */
  answers: Answers;
  /** What the officers filled in, by stage. */
  outcome: Partial<Record<Stage, Answers>>;
}

/** Writes what an approval means, in the deciding transaction: both happen or neither. Throws to refuse. */
export type Effect = (ctx: Signed, approved: Approved) => Promise<void>;

/** A kind with what only the API knows of it. */
export interface Handled extends Kind {
  rules: readonly Rule[];
  effect: Effect;
}
