import type { SeatingRun } from '@zikao/contract/seating';
import { formatWeekday } from '#ui/dates';

type Slot = SeatingRun['slots'][number];

/** `第 1 场 4月17日 周六 上午 9:00` */
export const slotText = ({ no, date, part, start }: Slot): string =>
  `第 ${no} 场 ${formatWeekday(`${date}T12:00:00+08:00`)} ${part === 'am' ? '上午' : '下午'} ${start.replace(/^0/, '')}`;

export function slotName({ slots }: Pick<SeatingRun, 'slots'>, no: string): string {
  const slot = slots.find((one) => one.no === no);
  return slot ? slotText(slot) : `第 ${no} 场`;
}

export const districtName = ({ districts }: Pick<SeatingRun, 'districts'>, code: string): string =>
  districts.find((one) => one.code === code)?.name ?? code;
