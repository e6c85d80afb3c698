import type { Slot } from '@zikao/contract/exams';
import { dayText } from './moment-text.ts';

/** 4月17日 周六 上午 9:00–11:30 */
export function slotName({ date, part, start, end }: Pick<Slot, 'date' | 'part' | 'start' | 'end'>): string {
  const short = (time: string) => time.replace(/^0/, '');
  return `${dayText(date)} ${part === 'am' ? '上午' : '下午'} ${short(start)}–${short(end)}`;
}
