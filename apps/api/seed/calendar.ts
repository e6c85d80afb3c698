import type { ExamFunction, Slot } from '@zikao/contract/exams';
import { officeEndAfter } from '#modules/exams';
import { readProvince } from '#seed/read';
import { readWorkingDays } from '#seed/working-days';

const DAY = 86_400_000;
/** Asia/Shanghai has no daylight saving time. */
const SHANGHAI = 8 * 3_600_000;
const NOTICE_DAYS = 30;

export interface Calendar {
  id: string;
  name: string;
  year: number;
  month: 4 | 10;
  slots: Slot[];
  windows: Record<ExamFunction, { opensAt: Date; closesAt: Date }>;
}

/**
 * The exam a product started at that moment registers for: the next April or October weekend at least 30 days ahead,
 * its registration open since yesterday. Half-days and their order follow the notices of 2021 to 2025.
 */
export function calendarFrom(start: Date): Calendar {
  const today = Math.floor((start.getTime() + SHANGHAI) / DAY);
  const saturday = nextExam(today + NOTICE_DAYS);
  const sunday = saturday + 1;
  const year = dateOf(saturday).getUTCFullYear();
  const month = (dateOf(saturday).getUTCMonth() + 1) as 4 | 10;
  const last = Math.min(today + 30, saturday - 20);
  const from = (day: number, to: number, closing = '18:00') => ({
    opensAt: at(day, '09:00'),
    closesAt: at(to, closing),
  });
  return {
    id: `${year}-${String(month).padStart(2, '0')}`,
    name: `${year} 年 ${month} 月`,
    year,
    month,
    slots: [saturday, sunday].flatMap((day, i) => [
      { no: String(i * 2 + 1), date: isoDate(day), part: 'am' as const, start: '09:00', end: '11:30' },
      { no: String(i * 2 + 2), date: isoDate(day), part: 'pm' as const, start: '14:30', end: '17:00' },
    ]),
    windows: {
      profile: from(today - 1, last, '12:00'),
      enrolment: from(today - 1, last),
      // With the registration, as the guide and the notices say; 转入 stays open a little longer.
      change: from(today - 1, last, '12:00'),
      transferOut: from(today - 1, last),
      exemption: from(today - 1, last),
      transferIn: from(today - 1, last + 7),
      print: from(saturday - 7, sunday),
      recheck: recheckFrom(at(sunday + 22, '09:00')),
    },
  };
}

/** As planned: scores came out on the 22nd day after the exam in spring 2023. Publication sets the true window. */
function recheckFrom(opensAt: Date): { opensAt: Date; closesAt: Date } {
  const { recheck, office } = readProvince().rules;
  const exceptions = new Map(readWorkingDays().map(({ day, working }) => [day, working]));
  return { opensAt, closesAt: officeEndAfter(opensAt, { ...recheck, closes: office.closes }, exceptions) };
}

/** Day number of the first Saturday from the 15th on, in the next April or October that leaves time enough. */
function nextExam(earliest: number): number {
  for (let year = dateOf(earliest).getUTCFullYear(); ; year += 1)
    for (const month of [4, 10]) {
      const middle = Date.UTC(year, month - 1, 15) / DAY;
      const saturday = middle + ((6 - dateOf(middle).getUTCDay() + 7) % 7);
      if (saturday >= earliest) return saturday;
    }
}

const dateOf = (day: number) => new Date(day * DAY);
const isoDate = (day: number) => dateOf(day).toISOString().slice(0, 10);
const at = (day: number, time: string) => new Date(`${isoDate(day)}T${time}:00+08:00`);
