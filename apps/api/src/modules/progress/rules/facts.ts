import type { RecordKind, Standing } from '@zikao/contract/records';

export interface CourseFacts {
  code: string;
  name: string;
  credits: number | null;
  practice: boolean;
  /** A practice part names the theory part that must be passed first. */
  theory?: string;
}

export interface GroupFacts {
  name: string;
  courses: readonly CourseFacts[];
  /** `all`: every course of it. Otherwise the least numbers, null where the plan gives none of the group's own. */
  needs: 'all' | { courses: number | null; credits: number | null };
  /** No more of its courses count than that: 任选一门. */
  atMost?: number;
  /** Thesis or design: after everything else, without credits. */
  last: boolean;
}

export interface PlanFacts {
  groups: readonly GroupFacts[];
  minCourses: number | null;
  minCredits: number | null;
  /** 转入: how many must be passed in this province. */
  ownPasses?: number;
}

export interface DoneFacts {
  kind: RecordKind;
  score?: string;
  when: string;
}

/** 新旧课程顶替: a pass of the old course counts for the new one. */
export interface Replacement {
  old: string;
  oldName: string;
  course: string;
}

/** Everything 毕业进度 is judged by; keys are course codes. */
export interface Facts {
  plan: PlanFacts;
  record: ReadonlyMap<string, DoneFacts>;
  replacements: readonly Replacement[];
  /** Enrolled for without a score yet, with when it is sat. */
  inProgress: ReadonlyMap<string, string>;
  /** Offered in the current session, with the half-day. */
  offered: ReadonlyMap<string, string>;
}

/** What else stands around it: the person, the major, the calendar. */
export interface Surroundings {
  /** ISO day in China. */
  today: string;
  /** Admission numbers held: more than one calls for 合档. */
  numbers: number;
  standing: Standing;
  major: { enrolUntil?: string; certificatesUntil?: string };
  /** The enrolment window of the current session. */
  enrolment: { name: string; opensAt: string; closesAt: string; is: 'before' | 'open' | 'over' } | null;
}
