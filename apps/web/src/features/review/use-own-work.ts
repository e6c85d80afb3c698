import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getOwnWork, type HeldDecision } from '@zikao/contract/review-held';
import { query } from '#api/query';
import { useReloadQueue } from './use-next.ts';

/** How soon an officer learns that a colleague took over. */
const ASK_MS = 10_000;
/** Decisions take effect at the next round of the server after their time. */
const ROUND_MS = 1_500;

/** What can still be taken back, with the seconds left by the browser's own clock, and what the officer should know. */
export function useOwnWork(wanted: boolean) {
  const reloadQueue = useReloadQueue();
  const { data, dataUpdatedAt } = useQuery({
    ...query(getOwnWork, {}),
    enabled: wanted,
    refetchInterval: ASK_MS,
  });
  const now = useTicks((data?.held.length ?? 0) > 0);
  const leftOf = (held: HeldDecision) =>
    Math.max(0, Math.ceil(held.secondsLeft - Math.max(0, now - dataUpdatedAt) / 1000));

  const last = data?.held.at(-1);
  const over = last !== undefined && leftOf(last) === 0;
  useEffect(() => {
    if (!over) return;
    const timer = setInterval(() => void reloadQueue(), ROUND_MS);
    return () => clearInterval(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- only whether something is about to take effect
  }, [over]);

  return {
    held: data?.held.map((one) => ({ ...one, left: leftOf(one) })) ?? [],
    notices: data?.notices ?? [],
  };
}

function useTicks(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
