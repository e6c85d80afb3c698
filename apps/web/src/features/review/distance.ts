import type { Measured, Verdict } from '@zikao/contract/measures';
import { rangeOf } from './range.ts';

/** One of the three answers of the comparison, as a part of the bar from 0 to 1. */
export interface DistanceBand {
  verdict: Verdict;
  text: string;
  from: number;
  to: number;
}

const TEXTS: Record<Verdict, string> = { pass: '相似', warn: '不能确认', fail: '不一致' };

/** The bands of the face distance and where it lies; undefined when no limit is known. */
export function distanceBands(
  measure: Pick<Measured, 'value' | 'limit' | 'advised'>,
): { bands: DistanceBand[]; at: number } | undefined {
  const fail = rangeOf(measure.limit)?.high;
  const warn = rangeOf(measure.advised)?.high ?? fail;
  const last = fail ?? warn;
  if (last === undefined || warn === undefined) return undefined;
  // As much room beyond the last limit as a clearly different face needs.
  const end = Math.max(last * 1.6, measure.value * 1.05);
  const edges = [0, Math.min(warn, last), last, end].map((edge) => edge / end);
  const verdicts: Verdict[] = ['pass', 'warn', 'fail'];
  const bands = verdicts.map((verdict, index) => ({
    verdict,
    text: TEXTS[verdict],
    from: edges[index]!,
    to: edges[index + 1]!,
  }));
  return { bands: bands.filter(({ from, to }) => to > from), at: measure.value / end };
}

export const distanceText = (verdict: Verdict) => TEXTS[verdict];
