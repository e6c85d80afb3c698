import { useRef, useState } from 'react';
import type { Case, Decision } from '@zikao/contract/review';
import { decisionOf, NO_REJECTION, type Rejection, rejectionFault, toggle } from './reasons.ts';
import { useKeys } from './use-keys.ts';

interface Options {
  choices: Case['reasonChoices'];
  /** A decision can be taken now. */
  ready: boolean;
  /** 通过, unless a rejection is being written. */
  onApprove: () => void;
  onReject: (decision: Decision) => void;
}

export type Rejecting = ReturnType<typeof useRejection>;

/** 通过 or 不通过 by button and key: the first 不通过 opens the reasons, the second sends them, 取消 keeps what was written. */
export function useRejection({ choices, ready, onApprove, onReject }: Options) {
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(NO_REJECTION);
  const [fault, setFault] = useState('');
  const rejectButton = useRef<HTMLButtonElement>(null);

  function approve() {
    if (ready && !open) onApprove();
  }
  function reject() {
    if (!ready) return;
    if (!open) return setOpen(true);
    const missing = rejectionFault(value);
    setFault(missing ?? '');
    if (!missing) onReject(decisionOf(value, choices));
  }
  function cancel() {
    setOpen(false);
    setFault('');
    requestAnimationFrame(() => rejectButton.current?.focus());
  }
  function change(next: Rejection) {
    setValue(next);
    if (!rejectionFault(next)) setFault('');
  }
  useKeys({
    approve,
    reject,
    ...(open && {
      close: cancel,
      reason: (index: number) => {
        const choice = choices[index];
        if (choice) change(toggle(value, choice.code));
      },
    }),
  });
  return { open, value, fault, rejectButton, approve, reject, cancel, change };
}
