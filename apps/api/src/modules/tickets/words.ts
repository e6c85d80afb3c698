import type { Slot } from '@zikao/contract/exams';
import type { TicketLine } from '@zikao/contract/tickets';

/** GB/T 2261.1. */
export const SEXES: Record<string, string> = { '1': '男', '2': '女' };

const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** 2027 年 4 月 17 日 and 星期六 and 09:00—11:30, as a paper says it. */
export function slotText({ date, start, end }: Slot) {
  const [, month, day] = date.split('-').map(Number);
  return {
    date: `${month} 月 ${day} 日`,
    weekday: WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!,
    time: `${start}—${end}`,
  };
}

/** A seat's number is written with two figures, as on the desk. */
export const seatText = (seat: number): string => String(seat).padStart(2, '0');

/** A sitting in a table of the paper. */
export const lineText = ({ slot, course, venue, room, seat }: TicketLine) => ({
  ...slotText(slot),
  code: course.code,
  name: course.name,
  venue: venue.name,
  address: venue.address,
  room,
  seat: seatText(seat),
});
