import type { Db } from '#platform/database';
import { workingDays } from '#tables/exams';
import { readTable } from '#seed/read';

const DAY = 86_400_000;

type WorkingDay = typeof workingDays.$inferInsert;

/** Holidays and make-up days, one row per day; the file says `from` and `to`. */
export function readWorkingDays(): WorkingDay[] {
  let last = '';
  return readTable('working-days.csv').flatMap(({ from, to, working, name, grade, source }) => {
    last = source!.replace(/^同上/, last.replace(/[：:].*$/, ''));
    const first = Date.parse(`${from}T00:00:00Z`);
    const days = (Date.parse(`${to}T00:00:00Z`) - first) / DAY + 1;
    return Array.from({ length: days }, (_, i) => ({
      day: new Date(first + i * DAY).toISOString().slice(0, 10),
      working: working === 'true',
      name: name!,
      grade: grade as WorkingDay['grade'],
      source: last,
    }));
  });
}

/** Also into a province filled before there was a calendar; one that has its own keeps it. */
export async function seedWorkingDays(db: Db): Promise<void> {
  if ((await db.$count(workingDays)) === 0) await db.insert(workingDays).values(readWorkingDays());
}
