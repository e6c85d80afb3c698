import type { JoinedApplication } from '#modules/applications';
import type { JoinedEnrolment } from '#modules/enrolments';
import type { JoinedNumbers } from '#modules/identity';

/** What a 合档 moved and set aside. */
export interface Moved {
  numbers: JoinedNumbers;
  enrolments: JoinedEnrolment[];
  applications: JoinedApplication[];
  documents: string[];
  /** How far 考籍 and scores of the person went then: what is beyond was built on it. */
  mark: Mark;
}

export interface Mark {
  entries: string;
  standings: string;
  scores: number;
}
