import { sql, type SQL } from 'drizzle-orm';
import { enrolments, sittings } from './tables.ts';

/** SQL: (candidate, course, district), what the approved enrolments of a session sit for. */
export const sittingsOf = (session: string): SQL => sql`
  select e.candidate, s.course, e.district
  from ${sittings} s join ${enrolments} e on e.id = s.enrolment
  where e.session = ${session} and e.state = 'approved'`;
