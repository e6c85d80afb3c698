import type { NewEntry } from '#modules/records';
import type { scores } from './tables.ts';

type Row = Pick<typeof scores.$inferSelect, 'course' | 'number' | 'session'>;

/** A pass after a recheck as it enters the 考籍; what a publication files is written in one statement (publish.ts). */
export const fromRecheck = ({ course, number, session }: Row, sessionName: string): NewEntry => ({
  course,
  kind: 'passed',
  score: String(number),
  session,
  when: sessionName,
  origin: 'recheck',
});
