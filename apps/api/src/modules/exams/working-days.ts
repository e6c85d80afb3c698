const DAY = 86_400_000;
/** Asia/Shanghai has no daylight saving time. */
const SHANGHAI = 8 * 3_600_000;

/** Days (ISO) that are not what their weekday says: holidays `false`, make-up days `true`. */
export type DayExceptions = ReadonlyMap<string, boolean>;

/** Monday to Friday but for holidays, and weekends that make up for them. */
export function isWorkingDay(day: string, exceptions: DayExceptions): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return exceptions.get(day) ?? (weekday !== 0 && weekday !== 6);
}

interface Counting {
  workingDays: number;
  /** Whether the day of `from` counts, if it is a working day; by 民法典 201 counting begins the day after. */
  fromPublicationDay: boolean;
  /** HH:MM in China. */
  closes: string;
}

/** The end of office hours of the n-th working day after a moment. */
export function officeEndAfter(
  from: Date,
  { workingDays, fromPublicationDay, closes }: Counting,
  exceptions: DayExceptions,
): Date {
  let day = Math.floor((from.getTime() + SHANGHAI) / DAY) + (fromPublicationDay ? 0 : 1);
  for (let left = workingDays; ; day += 1) {
    const iso = new Date(day * DAY).toISOString().slice(0, 10);
    if (isWorkingDay(iso, exceptions)) left -= 1;
    if (left === 0) return new Date(`${iso}T${closes}:00+08:00`);
  }
}
