import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  getScoreBatch,
  getScoreSession,
  getScoreStatistics,
  listMissingScores,
  listScoreSessions,
} from '@zikao/contract/score-office';
import { keyOf } from '#api/query';
import { showToast } from '#ui/Toast';

const TOUCHED = [getScoreBatch, getScoreSession, getScoreStatistics, listMissingScores, listScoreSessions];

/** Does something about scores, says so, and has everything about them read anew; also after a refusal. */
export function useChange<Body>(
  act: (body: Body) => Promise<unknown>,
  { done, after }: { done: string; after?: () => void },
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      showToast(done);
      after?.();
    },
    onSettled: () => Promise.all(TOUCHED.map((one) => client.invalidateQueries({ queryKey: keyOf(one) }))),
  });
}
