import { sql, type SQL } from 'drizzle-orm';
import { enrolments, sittings } from './tables.ts';

/** What is to be seated in a session, as a subquery: `enrolment, candidate, district, slot, course`. */
export const approvedSittings = (session: string): SQL => sql`(
  select s.enrolment, e.candidate, e.district, s.slot, s.course
    from ${sittings} s join ${enrolments} e on e.id = s.enrolment
   where e.session = ${session} and e.state = 'approved')`;
