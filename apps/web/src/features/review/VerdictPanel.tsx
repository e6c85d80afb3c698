import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import type { Decision } from '@zikao/contract/review';
import { decideSpotCheckTask, getSpotCheckWork, type SpotCheckTask } from '@zikao/contract/spot-checks';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { showToast } from '#ui/Toast';
import { Checks } from './Checks.tsx';
import { DecisionActs } from './DecisionActs.tsx';
import { RejectForm } from './RejectForm.tsx';
import type { Lease } from './use-lease.ts';
import { useRejection } from './use-rejection.ts';
import './decision.css';

/** 通过 or 不通过, by the same keys as in the workspace; nobody but the province reads it. */
export function VerdictPanel({ shown, lease }: { shown: SpotCheckTask; lease: Lease }) {
  const { id, queue, reasonChoices, judgement } = shown;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const say = useMutation({
    mutationFn: (body: Decision) => call(decideSpotCheckTask, { params: { id }, body }, { key }),
    onSuccess: async ({ task }) => {
      lease.settle();
      await client.invalidateQueries({ queryKey: keyOf(getSpotCheckWork) });
      if (!task) showToast('已记下，没有下一件了');
      await navigate(task ? generatePath(paths.spotCheckTask, { id: task }) : paths.spotCheckWork);
    },
  });
  const held = lease.since !== undefined;
  const rejecting = useRejection({
    choices: reasonChoices,
    ready: held && !say.isPending,
    onApprove: () => say.mutate({ decision: 'approve' }),
    onReject: (decision) => say.mutate(decision),
  });

  return (
    <aside className="decision" aria-label="复查结论">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <section className="decision__body" aria-label="核验和原因" tabIndex={0}>
        {rejecting.open ? (
          <RejectForm
            queue={queue}
            choices={reasonChoices}
            value={rejecting.value}
            fault={rejecting.fault}
            onChange={rejecting.change}
          />
        ) : (
          <Checks judgement={judgement} />
        )}
      </section>
      <div className="decision__foot">
        <Problem error={say.error} />
        <p className="small muted">结论只供省考办比较，考生不会收到消息。</p>
        <DecisionActs rejecting={rejecting} held={held} busy={say.isPending} />
      </div>
    </aside>
  );
}
