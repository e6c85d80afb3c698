const PARTS = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** 2027年3月8日 12:00, in Asia/Shanghai, where every exam office is. */
export function momentText(moment: string | Date): string {
  const { year, month, day, hour, minute } = Object.fromEntries(
    PARTS.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]),
  );
  return `${year}年${month}月${day}日 ${hour}:${minute}`;
}

/** 2027 年 4 月 17 日, of an ISO date. */
export function dateText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}

/** 4月17日 周六, of an ISO date. */
export function dayText(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日 ${WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}`;
}
