import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { generatePath } from 'react-router';
import {
  agreeToRequirements,
  checkApplication,
  getApplication,
  getApplicationOptions,
  getKind,
  listApplications,
  saveApplicationDraft,
  submitApplication,
} from '@zikao/contract/applications/endpoints';
import type { Kind } from '@zikao/contract/applications/kind';
import type { Application } from '@zikao/contract/applications/shapes';
import { getCodeTables } from '@zikao/contract/exams';
import { tablesOf } from '@zikao/contract/forms/codes';
import type { Answers } from '@zikao/contract/forms/fields';
import { call } from '#api/client';
import { keyOf, query } from '#api/query';
import type { FilingCalls, TablesQuery } from '#forms/filing';
import { paths, slugOf } from '#paths';

export const kindPath = (kind: string) => generatePath(paths.applications, { kind: slugOf(kind) });
export const applicationPath = (kind: string, id: string) =>
  generatePath(paths.application, { kind: slugOf(kind), id });
export const stepPath = (kind: string, id: string, step: string) =>
  generatePath(paths.applicationStep, { kind: slugOf(kind), id, step });
export const paperPath = (kind: string, id: string, paper: string) =>
  generatePath(paths.applicationPaper, { kind: slugOf(kind), id, paper });

export const kindQuery = (kind: string) => query(getKind, { params: { kind } });
const own = (id: string) => query(getApplication, { params: { id } });

export const useApplication = (id: string) => useQuery(own(id));

/** Puts an answer where the pages read the application from; the lists and the next action are asked anew. */
export function putApplication(client: QueryClient, application: Application): void {
  client.setQueryData(own(application.id).queryKey, application);
  for (const endpoint of [getKind, listApplications])
    void client.invalidateQueries({ queryKey: keyOf(endpoint) });
}

/** The calls of the wizard. */
export function useApplicationCalls(id: string): Omit<FilingCalls, 'submit'> & {
  submit: (version: number, key: string) => Promise<void>;
} {
  const client = useQueryClient();
  return useMemo(() => {
    const params = { id };
    const put = (answer: Application) => putApplication(client, answer);
    return {
      async latest() {
        const application = await call(getApplication, { params });
        client.setQueryData(own(id).queryKey, application);
        return application.version;
      },
      async save(answers: Answers, ifMatch: number) {
        const saved = await call(saveApplicationDraft, { params, body: answers }, { ifMatch });
        client.setQueryData(
          own(id).queryKey,
          (before) =>
            before && { ...before, ...saved, changed: true, answers: { ...before.answers, ...answers } },
        );
        return saved;
      },
      async agree(version: string) {
        put(await call(agreeToRequirements, { params, body: { version } }));
      },
      check: (step?: string) => call(checkApplication, { params, body: step ? { step } : {} }),
      async submit(ifMatch: number, key: string) {
        put(await call(submitApplication, { params }, { ifMatch, key }));
      },
    };
  }, [client, id]);
}

/** The province's tables that the form names, and the person's own. */
export function tablesQuery({ form }: Kind, id: string): TablesQuery {
  const names = tablesOf(form).join(',');
  return {
    queryKey: [getApplicationOptions.path, id, names],
    async queryFn() {
      const [codes, ownTables] = await Promise.all([
        names ? call(getCodeTables, { query: { names } }) : {},
        call(getApplicationOptions, { params: { id } }),
      ]);
      return { ...codes, ...ownTables };
    },
  } as TablesQuery;
}
