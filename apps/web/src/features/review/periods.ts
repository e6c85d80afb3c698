export const PERIODS = {
  today: '今天',
  week: '最近 7 天',
  month: '最近 30 天',
  quarter: '最近 90 天',
} as const;
export type Period = keyof typeof PERIODS;

const DAYS: Record<Period, number> = { today: 1, week: 7, month: 30, quarter: 90 };
const DAY_MS = 24 * 60 * 60 * 1000;

/** First and last day in China, ISO; today is the last. */
export function periodDays(period: Period, now: number): { from: string; to: string } {
  return { from: dayOf(now - (DAYS[period] - 1) * DAY_MS), to: dayOf(now) };
}

const dayOf = (at: number) => new Date(at + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
