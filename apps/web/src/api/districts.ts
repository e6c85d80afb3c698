import { useQuery } from '@tanstack/react-query';
import { listDistricts } from '@zikao/contract/exams';
import { query } from './query.ts';

/** The districts in their order; none while they are being fetched. They change with the map of the province only. */
export function useDistricts() {
  const { data } = useQuery({ ...query(listDistricts, {}), staleTime: Infinity });
  return data?.items ?? [];
}

/** The same as entries of a list to choose from. */
export const useDistrictOptions = (): { value: string; label: string }[] =>
  useDistricts().map(({ code, name }) => ({ value: code, label: name }));
