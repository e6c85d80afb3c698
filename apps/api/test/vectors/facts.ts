import { USUAL_RULES } from '@zikao/contract/exam-rules';
import type { Answers } from '@zikao/contract/forms/fields';
import type { Score } from '@zikao/contract/scores';
import type { Facts } from '#modules/applications';
import type { Course } from '#modules/exams';
import type { Entry } from '#modules/records';

/** Answers and facts a rule is shown; what is not said is as in `facts()`. */
export interface Vector {
  answers?: Answers;
  facts?: Partial<Facts>;
}
/** For each rule of a kind: what it lets through, and what it does not. */
export type Vectors = Record<string, { passes: Vector; fails: Vector }>;

export const course = (code: string, name: string, credits = 4, theory?: string): Course => ({
  code,
  name,
  credits,
  practice: theory !== undefined,
  ...(theory && { theory }),
});

const catalogue = [
  course('03708', '中国近现代史纲要', 2),
  course('13000', '英语（专升本）', 7),
  course('15043', '中国近现代史纲要', 3),
  course('00037', '美学', 6),
  course('02333', '软件工程', 3),
  course('02334', '软件工程（实践）', 1, '02333'),
  course('00019', '计算机应用基础（实践）', 2, '00018'),
];
const courses = new Map(catalogue.map((one) => [one.code, one]));

export function entry(of: string, more: Partial<Entry> = {}): Entry {
  return {
    id: of,
    seq: 1n,
    admissionNumber: '010121200017',
    course: of,
    courseName: null,
    credits: null,
    kind: 'passed',
    score: '70',
    session: null,
    when: '2026 年 10 月',
    major: null,
    origin: 'scores',
    source: null,
    reverses: null,
    reason: null,
    by: null,
    at: new Date('2026-11-20T00:00:00Z'),
    ...more,
  };
}
export const record = (...entries: Entry[]) => new Map(entries.map((one) => [one.course, one]));

export const score = (code: string, more: Partial<Score> = {}): Score => ({
  id: code,
  code,
  name: courses.get(code)?.name ?? code,
  credits: 4,
  value: '58',
  passed: false,
  ...more,
});

const major = (code: string, status: 'open' | 'phaseOut' | 'closed', level = '专升本') =>
  [code, { code, name: '计算机科学与技术', level, status }] as const;

/** A person with one pass here, in a plan of five courses, in an ordinary month. */
export const facts = (more: Partial<Facts> = {}): Facts => ({
  now: new Date('2027-03-05T02:00:00Z'),
  today: '2027-03-05',
  province: '青海省',
  session: { id: '2027-04', name: '2027 年 4 月' },
  person: {
    currentName: '廖三',
    currentSex: '1',
    idNumber: '639999199505140017',
    admissionNumber: '010121200017',
    photo: '',
  },
  record: record(entry('03708')),
  numbers: ['010121200017'],
  standing: { state: 'registered' },
  scores: [score('00037')],
  rechecked: new Set(),
  equivalences: [equivalence('certificate', 'NCRE1', '00019'), equivalence('passed', '03708', '15043', true)],
  limits: USUAL_RULES,
  majors: new Map([major('080901', 'open'), major('040107', 'phaseOut'), major('610201', 'closed', '专科')]),
  courses,
  plan: {
    major: { code: '080901', name: '计算机科学与技术', level: '专升本', status: 'open' },
    version: '2024',
    minCourses: 5,
    minCredits: 19,
    groups: [],
    conditions: [],
    courses: [
      planned('13000', '必考'),
      planned('15043', '必考'),
      planned('00037', '必考'),
      planned('02333', '必考'),
      planned('02334', '必考'),
      planned('00019', '选考'),
      { code: '14976', name: '毕业设计', credits: 0, practice: true, group: '毕业考核' },
    ],
  },
  ...more,
});

function planned(code: string, group: string) {
  const { name, credits, practice } = courses.get(code)!;
  return { code, name, credits, practice, group };
}

function equivalence(basis: 'certificate' | 'passed', old: string, of: string, fewerCredits = false) {
  const known = { from: '2017-01-01', until: null, grade: 'official' as const, source: '', position: 1 };
  return { basis, old, name: old, course: of, fewerCredits, ...known };
}
