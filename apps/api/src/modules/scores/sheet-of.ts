import { sql, type SQL } from 'drizzle-orm';
import { scoreRows, scores } from './tables.ts';

/** SQL: (candidate, course, number, mark, grade, passed), every score of a session, published or accepted. */
export const sheetOf = (session: string): SQL => sql`
  select candidate, course, number, mark, grade, passed from ${scores} where session = ${session}
  union all
  select candidate, course, number, mark, grade, passed from ${scoreRows} where session = ${session} and counts`;
