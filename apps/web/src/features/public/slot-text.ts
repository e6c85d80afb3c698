import type { Slot } from '@zikao/contract/exams';
import { formatWeekday } from '#ui/dates';

/** `4月17日 周六 上午 09:00 – 11:30` */
export function slotText({ date, part, start, end }: Slot): string {
  return `${formatWeekday(`${date}T12:00:00+08:00`)} ${part === 'am' ? '上午' : '下午'} ${start} – ${end}`;
}
