import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Case, getCase, type Queue } from '@zikao/contract/review';
import { query } from '#api/query';
import { takeAhead } from './use-ahead.ts';

/** One case. Every reading is written to the audit trail, so it is read when opened and when asked for, not in between. */
export function useCase(queue: Queue, id: string) {
  const client = useQueryClient();
  const options = query(getCase, { params: { queue, id } });
  const found = useQuery({
    ...options,
    initialData: () => takeAhead(id),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return {
    ...found,
    put: (next: Case) => client.setQueryData(options.queryKey, next),
  };
}
