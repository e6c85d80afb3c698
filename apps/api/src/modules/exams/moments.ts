const parts = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** `3月8日 18:00`, in China's time. */
export function shortMoment(moment: string | Date): string {
  const read = Object.fromEntries(
    parts.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]),
  );
  return `${read['month']}月${read['day']}日 ${read['hour']}:${String(read['minute']).padStart(2, '0')}`;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const PARTS = { am: '上午', pm: '下午' } as const;

/** `4月17日 周六 上午 9:00–11:30` */
export function slotName(slot: { date: string; part: 'am' | 'pm'; start: string; end: string }): string {
  const day = new Date(`${slot.date}T00:00:00Z`);
  const date = `${day.getUTCMonth() + 1}月${day.getUTCDate()}日 ${WEEKDAYS[day.getUTCDay()]}`;
  return `${date} ${PARTS[slot.part]} ${slot.start}–${slot.end}`;
}
