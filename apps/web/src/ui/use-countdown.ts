import { useEffect, useState } from 'react';

/** Whole seconds left; `start(60)` begins. Uses the monotonic clock, so a changed system time does no harm. */
export function useCountdown() {
  const [end, setEnd] = useState(0);
  const [left, setLeft] = useState(0);

  useEffect(() => {
    if (!end) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    const stop = setTimeout(() => clearInterval(timer), end - performance.now() + 500);
    return () => {
      clearInterval(timer);
      clearTimeout(stop);
    };
  }, [end]);

  return { left, start: (seconds: number) => setEnd(performance.now() + seconds * 1000) };
}
