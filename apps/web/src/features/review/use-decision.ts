import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Case, Decision } from '@zikao/contract/review';
import { holdDecision } from '@zikao/contract/review-held';
import { call, newKey, Refused } from '#api/client';
import { useReloadQueue } from './use-next.ts';
import { useCasePath } from './use-queue.ts';

/** What an officer should know after a decision that did not take effect. */
const SAID: Record<string, string> = {
  'request.stale': '考生刚刚重新提交，已载入最新内容，请重新核对。',
  conflict: '这件的状态已经变化，已载入最新内容。',
  'review.notClaimed': '审核时间已到，决定没有生效。请点“继续审核”，再作决定。',
  'review.claimed': '这件已由同事接手，决定没有生效。',
};

/** Sends a decision, which can be taken back for a while, and opens the next case. A repeated sending of the same decision is one act. */
export function useDecision(
  shown: Case,
  on: { decided: () => void; refused: (said: string, code: string) => void },
) {
  const navigate = useNavigate();
  const pathTo = useCasePath(shown.queue);
  const reload = useReloadQueue();
  const last = useRef({ body: '', key: '' });

  return useMutation({
    mutationFn: (body: Decision) => {
      const text = JSON.stringify([shown.version, body]);
      if (last.current.body !== text) last.current = { body: text, key: newKey() };
      const params = { queue: shown.queue, id: shown.id };
      return call(holdDecision, { params, body }, { ifMatch: shown.version, key: last.current.key });
    },
    // What became of it is said where it can be taken back.
    onSuccess: async ({ next }) => {
      on.decided();
      void reload();
      await navigate(pathTo(next));
    },
    onError: (error) => {
      const code = error instanceof Refused ? error.problem.code : '';
      if (SAID[code]) on.refused(SAID[code], code);
    },
  });
}
