import type { NewEntry } from '#modules/records';
import type { scores } from './tables.ts';

type Row = Pick<typeof scores.$inferSelect, 'course' | 'number' | 'session'>;

/** A pass as it enters the 考籍. */
export function fromScore(
  { course, number, session }: Row,
  sessionName: string,
  origin: 'scores' | 'recheck',
): NewEntry {
  return { course, kind: 'passed', score: String(number), session, when: sessionName, origin };
}
