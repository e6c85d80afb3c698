import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import type { Decision } from '@zikao/contract/review';
import { decideSpotCheckTask, getSpotCheckWork, type SpotCheckTask } from '@zikao/contract/spot-checks';
import { call, newKey } from '#api/client';
import { keyOf } from '#api/query';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { showToast } from '#ui/Toast';
import { Checks } from './Checks.tsx';
import { decisionOf, NO_REJECTION, rejectionFault, toggle } from './reasons.ts';
import { RejectForm } from './RejectForm.tsx';
import { useKeys } from './use-keys.ts';
import type { Lease } from './use-lease.ts';
import './decision.css';

/** 通过 or 不通过, by the same keys as in the workspace; nobody but the province reads it. */
export function VerdictPanel({ shown, lease }: { shown: SpotCheckTask; lease: Lease }) {
  const { id, queue, reasonChoices, judgement } = shown;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const [rejecting, setRejecting] = useState(false);
  const [rejection, setRejection] = useState(NO_REJECTION);
  const [fault, setFault] = useState('');
  const rejectButton = useRef<HTMLButtonElement>(null);
  const say = useMutation({
    mutationFn: (body: Decision) => call(decideSpotCheckTask, { params: { id }, body }, { key }),
    onSuccess: async ({ task }) => {
      lease.settle();
      await client.invalidateQueries({ queryKey: keyOf(getSpotCheckWork) });
      if (!task) showToast('已记下，没有下一件了');
      await navigate(task ? generatePath(paths.spotCheckTask, { id: task }) : paths.spotCheckWork);
    },
  });
  const ready = lease.since !== undefined && !say.isPending;

  function approve() {
    if (ready && !rejecting) say.mutate({ decision: 'approve' });
  }
  function reject() {
    if (!ready) return;
    if (!rejecting) return setRejecting(true);
    const missing = rejectionFault(rejection);
    setFault(missing ?? '');
    if (!missing) say.mutate(decisionOf(rejection, reasonChoices));
  }
  function cancel() {
    setRejecting(false);
    setFault('');
    requestAnimationFrame(() => rejectButton.current?.focus());
  }
  function change(next: typeof rejection) {
    setRejection(next);
    if (!rejectionFault(next)) setFault('');
  }
  useKeys({
    approve,
    reject,
    ...(rejecting && {
      close: cancel,
      reason: (index: number) => {
        const choice = reasonChoices[index];
        if (choice) change(toggle(rejection, choice.code));
      },
    }),
  });

  return (
    <aside className="decision" aria-label="复查结论">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <section className="decision__body" aria-label="核验和原因" tabIndex={0}>
        {rejecting ? (
          <RejectForm
            queue={queue}
            choices={reasonChoices}
            value={rejection}
            fault={fault}
            onChange={change}
          />
        ) : (
          <Checks judgement={judgement} />
        )}
      </section>
      <div className="decision__foot">
        <Problem error={say.error} />
        <p className="small muted">结论只供省考办比较，考生不会收到消息。</p>
        <div className="decision__acts">
          {rejecting ? (
            <>
              <Button
                look="danger"
                wide
                busy={say.isPending}
                aria-disabled={!ready || undefined}
                onClick={reject}
              >
                确认不通过并下一个<kbd className="kbd">X</kbd>
              </Button>
              <Button wide onClick={cancel}>
                取消<kbd className="kbd">Esc</kbd>
              </Button>
            </>
          ) : (
            <>
              <Button
                look="primary"
                wide
                busy={say.isPending}
                aria-disabled={!ready || undefined}
                onClick={approve}
              >
                通过并下一个<kbd className="kbd">A</kbd>
              </Button>
              <Button
                ref={rejectButton}
                look="danger"
                wide
                aria-disabled={!ready || undefined}
                onClick={reject}
              >
                不通过<kbd className="kbd">X</kbd>
              </Button>
            </>
          )}
        </div>
      </div>
    </aside>
  );
}
