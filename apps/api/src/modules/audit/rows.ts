import { sql, type SQL } from 'drizzle-orm';
import { auditEntries as entry } from '#platform/tables';
import { accounts } from '#tables/identity';
import { auditLinks } from './tables.ts';

/** An entry with its link and whose data it was, as the database gives it. */
export interface Row extends Record<string, unknown> {
  seq: string;
  at: Date | string;
  actor: string | null;
  actorName: string;
  role: string;
  district: string | null;
  ip: string;
  action: string;
  subject: string;
  candidate: string | null;
  candidateName: string | null;
  why: string | null;
  position: string | null;
  hash: Buffer | null;
}

/** SQL: the rows of what was found, newest first. */
export const rowsOf = (found: SQL): SQL => sql`
  select e.seq::text, e.at, e.actor, e.actor_name as "actorName", e.role, e.district, host(e.ip) as ip, e.action, e.subject,
    e.candidate, c.name as "candidateName", e.why, l.position::text, l.hash
  from (${found}) found join ${entry} e on e.seq = found.seq
    left join ${auditLinks} l on l.seq = e.seq left join ${accounts} c on c.id = e.candidate
  order by found.at desc, found.seq desc`;
