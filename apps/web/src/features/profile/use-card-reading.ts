import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { getCardReading, readCard } from '@zikao/contract/photos';
import { call } from '#api/client';
import { query } from '#api/query';

/** Nobody waits longer than that; it is said then that it takes long. */
const PATIENCE_MS = 90_000;

/**
 * The reading of one card picture: asked for with `start`, looked after until it is there. Without consent nothing is
 * asked for.
 */
export function useCardReading(picture: string, consented: boolean) {
  const client = useQueryClient();
  const [since, setSince] = useState(() => Date.now());
  const options = query(getCardReading, {});
  const queryKey = [...options.queryKey, picture];
  const isLate = (at: number) => at - since > PATIENCE_MS;
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(getCardReading, {}, { signal }),
    enabled: consented,
    refetchInterval: ({ state: { data, dataUpdatedAt } }) =>
      data?.state === 'reading' && !isLate(dataUpdatedAt) ? lookAfter(dataUpdatedAt - since) : false,
  });
  const start = useMutation({
    mutationFn: () => call(readCard, {}),
    async onMutate() {
      setSince(Date.now());
      // An answer on its way tells how it was before.
      await client.cancelQueries({ queryKey });
    },
    onSuccess: (reading) => client.setQueryData(queryKey, reading),
  });
  return {
    reading: found.data,
    late: found.data?.state === 'reading' && isLate(found.dataUpdatedAt),
    failed: start.error ?? found.error,
    pending: start.isPending,
    start: start.mutate,
  };
}

/** Most cards are read within two seconds. */
const lookAfter = (waited: number) => (waited < 10_000 ? 1_000 : 4_000);
