import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { generatePath } from 'react-router';
import {
  type Enrolment,
  getEnrolment,
  getEnrolmentOptions,
  saveEnrolmentDraft,
} from '@zikao/contract/enrolments';
import type { Answers } from '@zikao/contract/forms/fields';
import { call } from '#api/client';
import { query } from '#api/query';
import type { Saved } from '#forms/use-draft';
import { paths } from '#paths';

const own = query(getEnrolment, {});

export const stepPath = (step: string) => generatePath(paths.enrolmentStep, { step });

export function useEnrolment() {
  return useQuery(own);
}

/** What can be chosen, with the reason where it cannot; `all`: also the courses of other majors. */
export const optionsQuery = ({ major }: Answers, all: boolean) => ({
  ...query(getEnrolmentOptions, {
    query: { ...(typeof major === 'string' && major && { major }), all: all ? 'true' : 'false' },
  }),
  placeholderData: keepPreviousData,
});

/** The calls of the wizard; each puts its answer where the pages read the enrolment from. */
export function useEnrolmentCalls() {
  const client = useQueryClient();
  const put = useCallback(
    (enrolment: Enrolment) =>
      client.setQueryData(own.queryKey, (before) => ({
        ...before,
        version: enrolment.version,
        enrolment,
      })),
    [client],
  );
  const latest = useCallback(async () => {
    const answer = await call(getEnrolment, {});
    client.setQueryData(own.queryKey, answer);
    return answer.version;
  }, [client]);
  const save = useCallback(
    async (answers: Answers, version: number): Promise<Saved> => {
      const saved = await call(saveEnrolmentDraft, { body: answers as never }, { ifMatch: version });
      client.setQueryData(own.queryKey, (before) =>
        before?.enrolment
          ? {
              ...before,
              version: saved.version,
              enrolment: {
                ...before.enrolment,
                ...saved,
                changed: true,
                answers: { ...before.enrolment.answers, ...answers },
              },
            }
          : before,
      );
      return saved;
    },
    [client],
  );
  return { put, latest, save };
}
