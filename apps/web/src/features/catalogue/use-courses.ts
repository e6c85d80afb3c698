import { useQuery } from '@tanstack/react-query';
import { getCodeTables } from '@zikao/contract/exams';
import { query } from '#api/query';

/** Names of all courses by code. */
export function useCourses(): ReadonlyMap<string, string> {
  const { data } = useQuery(query(getCodeTables, { query: { names: 'course' } }));
  return new Map((data?.course ?? []).map(({ code, name }) => [code, name]));
}
