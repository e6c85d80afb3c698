import type { CourseChoice } from '@zikao/contract/enrolments';
import type { Answers } from '@zikao/contract/forms/fields';
import { useOffer } from './offer.ts';

/** 已选 2 门，12 学分; credits that are not known are not counted. */
export function Sum({ answers }: { answers: Answers }) {
  const courses = useOffer(answers).data?.courses ?? [];
  const chosen = (answers['courses'] as CourseChoice[] | undefined) ?? [];
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
