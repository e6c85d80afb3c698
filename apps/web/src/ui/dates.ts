/** Dates and times as the product writes them, always in China's time. Input: ISO text or a Date. */
export type Moment = string | Date;

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const reader = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

function read(moment: Moment) {
  const parts = new Map(reader.formatToParts(new Date(moment)).map((part) => [part.type, part.value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    year: of('year'),
    month: of('month'),
    day: of('day'),
    hour: of('hour'),
    minute: two(of('minute')),
    second: two(of('second')),
  };
}

const two = (value: number) => String(value).padStart(2, '0');

/** `3月8日` */
export function formatDay(moment: Moment): string {
  const { month, day } = read(moment);
  return `${month}月${day}日`;
}

/** `4月16日 周六` */
export function formatWeekday(moment: Moment): string {
  const { year, month, day } = read(moment);
  return `${month}月${day}日 ${weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]}`;
}

/** `18:00`, `9:00` */
export function formatTime(moment: Moment): string {
  const { hour, minute } = read(moment);
  return `${hour}:${minute}`;
}

/** `15:31:08`, for 已保存 */
export function formatClock(moment: Moment): string {
  const { hour, minute, second } = read(moment);
  return `${two(hour)}:${minute}:${second}`;
}

/** `3月8日 18:00` */
export function formatMoment(moment: Moment): string {
  return `${formatDay(moment)} ${formatTime(moment)}`;
}

/** `2027年3月8日`; where the year is not clear from the page */
export function formatLongDay(moment: Moment): string {
  return `${read(moment).year}年${formatDay(moment)}`;
}

/** `2027年3月8日 18:00` */
export function formatLongMoment(moment: Moment): string {
  return `${formatLongDay(moment)} ${formatTime(moment)}`;
}

/** `3月1日 9:00 – 3月7日 12:00`; within one day `3月1日 9:00 – 11:30` */
export function formatSpan(start: Moment, end: Moment): string {
  const sameDay = formatLongDay(start) === formatLongDay(end);
  return `${formatMoment(start)} – ${sameDay ? formatTime(end) : formatMoment(end)}`;
}

/** An exam session: `2027 年 4 月` */
export function formatMonth(year: number, month: number): string {
  return `${year} 年 ${month} 月`;
}

/** `2 天 6 小时`, `3 小时 20 分钟`, `5 分钟`, `不到 1 分钟`; for time that is over `0 分钟` */
export function formatLeft(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (milliseconds <= 0) return '0 分钟';
  if (minutes < 1) return '不到 1 分钟';
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days) return hours ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours) return rest ? `${hours} 小时 ${rest} 分钟` : `${hours} 小时`;
  return `${rest} 分钟`;
}
