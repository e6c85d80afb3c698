import type { RecordKind } from '@zikao/contract/records';

export interface OfferedCourse {
  code: string;
  name: string;
  credits: number | null;
  slot: string;
  /** A practice part names the theory part to be passed first. */
  theory?: string | undefined;
}
export interface MajorFacts {
  code: string;
  name: string;
  status: 'open' | 'phaseOut' | 'closed';
  restriction?: string | undefined;
  /** Last day (ISO, inclusive) on which continuing candidates of a phase-out major may enrol. */
  enrolUntil?: string | undefined;
}

export interface Done {
  kind: RecordKind;
  score?: string | undefined;
  /** 2026 年 10 月 */
  when: string;
}

/** Everything the rules of 报考 judge by: loaded once, so that the rules are pure. Keys are codes. */
export interface Facts {
  /** ISO date in Asia/Shanghai. */
  today: string;
  districts: ReadonlyMap<string, string>;
  majors: ReadonlyMap<string, MajorFacts>;
  /** Majors the candidate was enrolled in before this session. */
  enrolledBefore: ReadonlySet<string>;
  /** Half-days of the session, with their names. */
  slots: ReadonlyMap<string, string>;
  offered: ReadonlyMap<string, OfferedCourse>;
  /** Names of all courses, for sentences. */
  courseNames: ReadonlyMap<string, string>;
  /** The candidate's 考籍: what counts as passed, by course. */
  record: ReadonlyMap<string, Done>;
}

export interface Fault {
  /** Field of the form. */
  path: string;
  message: string;
}
