import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { z } from 'zod';
import type { CodeTables } from '@zikao/contract/codes/tables';
import type { EnrolmentOptions } from '@zikao/contract/enrolments';
import type { Answers } from '@zikao/contract/forms/fields';
import type { TablesQuery } from '#forms/filing';
import { optionsQuery } from './use-enrolment.ts';

/** Whether 显示全部开考课程 is pressed, for all that read the courses. */
export const AllCourses = createContext({ all: false, toggle: () => {} });

/** What the answers leave to choose from. */
export function useOffer(answers: Answers) {
  const { all } = use(AllCourses);
  return useQuery(optionsQuery(answers, all));
}

/** Districts and majors as the form's options, each with the reason where it cannot be chosen. */
export const choicesQuery = (answers: Answers, all: boolean) =>
  ({ ...optionsQuery(answers, all), select: tablesOf }) as TablesQuery;

function tablesOf({ districts, majors }: z.output<typeof EnrolmentOptions>): CodeTables {
  const entry = (code: string, name: string, why: string | undefined, selectable: boolean) => ({
    code,
    name,
    ...(!selectable && { unavailable: why ?? '不能报考' }),
  });
  return {
    district: districts.map(({ code, name, reason, selectable }) => entry(code, name, reason, selectable)),
    major: majors.map(({ code, name, level, reason, restriction, selectable }) =>
      entry(code, `${code} ${name}（${level}）${restriction ? ` ${restriction}` : ''}`, reason, selectable),
    ),
  };
}
