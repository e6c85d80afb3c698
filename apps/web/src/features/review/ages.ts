import { formatDay, formatTime } from '#ui/dates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has waited, in one unit: `不到 1 分钟`, `12 分钟`, `5 小时`, `3 天`. */
export function ageText(since: string, now: number): string {
  const age = now - Date.parse(since);
  if (age < MINUTE) return '不到 1 分钟';
  if (age < HOUR) return `${Math.floor(age / MINUTE)} 分钟`;
  if (age < DAY) return `${Math.floor(age / HOUR)} 小时`;
  return `${Math.floor(age / DAY)} 天`;
}

/** When something came, short enough for a list: the time of today, else the day. */
export function whenText(at: string, now: number): string {
  return formatDay(at) === formatDay(new Date(now)) && now - Date.parse(at) < DAY
    ? formatTime(at)
    : formatDay(at);
}

/** Seconds as `4:31`. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
