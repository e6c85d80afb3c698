import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { claimNext, getCounts, listCases, type Queue } from '@zikao/contract/review';
import { getOwnWork } from '@zikao/contract/review-held';
import { call } from '#api/client';
import { keyOf } from '#api/query';
import { showToast } from '#ui/Toast';
import { useCasePath } from './use-queue.ts';

/** Takes the oldest case nobody holds, and opens it. */
export function useNext(queue: Queue) {
  const navigate = useNavigate();
  const pathTo = useCasePath(queue);
  const reload = useReloadQueue();
  return useMutation({
    mutationFn: () => call(claimNext, { params: { queue } }),
    onSuccess: async ({ id }) => {
      void reload();
      if (id) await navigate(pathTo(id));
      else showToast('没有可以领取的了，其余的由同事在审核');
    },
  });
}

/** The lists, the counts and one's own work are out of date: something was claimed, put back or decided. */
export function useReloadQueue() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keyOf(listCases) }),
      client.invalidateQueries({ queryKey: keyOf(getCounts) }),
      client.invalidateQueries({ queryKey: keyOf(getOwnWork) }),
    ]);
}
