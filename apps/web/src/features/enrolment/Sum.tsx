import type { z } from 'zod';
import type { CourseChoice, CourseOption } from '@zikao/contract/enrolments';

interface Props {
  chosen: readonly CourseChoice[];
  courses: readonly z.output<typeof CourseOption>[];
}

/** 已选 2 门，12 学分; credits that are not known are not counted. */
export function Sum({ chosen, courses }: Props) {
  const credits = chosen.reduce(
    (sum, { course }) => sum + (courses.find(({ code }) => code === course)?.credits ?? 0),
    0,
  );
  return (
    <span>
      已选 <b className="num">{chosen.length}</b> 门
      {credits > 0 && (
        <>
          ，<b className="num">{credits}</b> 学分
        </>
      )}
    </span>
  );
}
