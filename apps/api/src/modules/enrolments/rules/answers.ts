import type { CourseChoice } from '@zikao/contract/enrolments';
import { choiceFaults } from './courses.ts';
import type { Facts, Fault } from './facts.ts';
import { majorFault } from './majors.ts';

export interface EnrolmentAnswers {
  district: string;
  major: string;
  courses: CourseChoice[];
}

/** Everything that speaks against submitting these answers, field by field. The window is judged on its own. */
export function answerFaults({ district, major, courses }: EnrolmentAnswers, facts: Facts): Fault[] {
  const majorSays = majorFault(facts.majors.get(major), facts);
  return [
    ...(facts.districts.has(district) ? [] : [{ path: 'district', message: '没有这个报考考区，请重新选择' }]),
    ...(majorSays ? [{ path: 'major', message: majorSays }] : []),
    ...choiceFaults(courses, facts).map((message) => ({ path: 'courses', message })),
  ];
}
