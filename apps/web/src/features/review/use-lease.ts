import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { LEASE_SECONDS } from '@zikao/contract/review';
import { Refused } from '#api/client';
import { inTurn } from './in-turn.ts';

/** Renewed by activity, at most this often. */
const RENEW_MS = 60_000;
const ACTIVITY = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

interface Options {
  /** What takes or renews it, and what puts it back. */
  calls: { claim: (takeOver: boolean) => Promise<unknown>; release: () => Promise<unknown> };
  /** The officer may decide this case, and nobody else holds it. */
  wanted: boolean;
  onLost: (error: unknown) => void;
  onReleased: () => void;
}

export type Lease = ReturnType<typeof useLease>;

/**
 * Holds a case while its page is open: claims it, renews while the officer works, puts it back on leaving. Counted by
 * the browser's steady clock from the server's answer, so a wrong system time does no harm.
 */
export function useLease({ calls, wanted, onLost, onReleased }: Options) {
  const [since, setSince] = useState<number>();
  const [now, setNow] = useState(0);
  const held = useRef(false);
  const left =
    since === undefined ? undefined : Math.max(0, LEASE_SECONDS - Math.floor((now - since) / 1000));

  const claim = useMutation({
    mutationFn: (takeOver: boolean) => {
      // From the asking on: who leaves before the answer puts back what the answer gives.
      held.current = true;
      return inTurn(() => calls.claim(takeOver));
    },
    onSuccess: () => {
      const answered = performance.now();
      setSince(answered);
      setNow(answered);
    },
    onError: (error) => {
      if (error instanceof Refused && error.problem.code === 'offline') return;
      held.current = false;
      setSince(undefined);
      onLost(error);
    },
  });
  const begin = useEffectEvent(() => claim.mutate(false));
  const release = useEffectEvent(() => {
    if (!held.current) return;
    held.current = false;
    void inTurn(() => calls.release()).then(onReleased, () => {});
  });
  const renew = useEffectEvent(() => {
    const lapsed = left === 0;
    if (since === undefined || lapsed || claim.isPending) return;
    if (performance.now() - since > RENEW_MS) claim.mutate(false);
  });

  useEffect(() => {
    if (wanted) begin();
  }, [wanted]);
  useEffect(() => () => release(), []);

  useEffect(() => {
    if (since === undefined) return;
    const timer = setInterval(() => setNow(performance.now()), 500);
    const active = () => renew();
    for (const name of ACTIVITY) window.addEventListener(name, active, { passive: true });
    return () => {
      clearInterval(timer);
      for (const name of ACTIVITY) window.removeEventListener(name, active);
    };
  }, [since]);

  return {
    /** Seconds; 0: lapsed, undefined: not held. */
    left,
    /** When it was claimed or renewed, by the steady clock; undefined: not held. */
    since: left === undefined || left === 0 ? undefined : since,
    claim: (takeOver: boolean) => claim.mutate(takeOver),
    /** Why the case could not be claimed. */
    error: claim.error,
    /** Decided: nothing to put back any more. */
    settle: () => {
      held.current = false;
    },
    lapse: () => {
      held.current = false;
      setSince(performance.now() - LEASE_SECONDS * 1000);
      setNow(performance.now());
    },
    /** Somebody else has it. */
    drop: () => {
      held.current = false;
      setSince(undefined);
    },
  };
}
