import { onDatabase } from './database.ts';
import type { Product } from './server.ts';

const NAMES = [
  '才让·卓玛措',
  '李文博',
  '马晓燕',
  '扎西东智',
  '王芳',
  '阿卜杜拉·努尔买买提',
  '索南多杰',
  '赵敏',
];

/**
 * People whose enrolments a district has approved in a session, as so many rows: each sits the first course of some
 * half-days, every fourth the second one. Their session is nobody else's.
 */
export async function approvePeople(
  product: Product,
  session: string,
  { district, people }: { district: string; people: number },
): Promise<void> {
  await onDatabase(
    product,
    `with people as (
       insert into accounts (role, name, id_number, id_number_index, phone, phone_index, password_hash)
       select 'candidate', ($4::text[])[1 + no % array_length($4::text[], 1)], '\\x00', sha256(('id' || $1 || $2 || no)::bytea),
              '\\x00', sha256(('phone' || $1 || $2 || no)::bytea), '-'
         from generate_series(1, $3::int) no returning id),
     numbered as (select id, row_number() over () as no from people),
     numbers as (
       insert into admission_numbers (number, candidate, id_number_index, district, origin)
       select '9' || right($2, 4) || lpad(no::text, 7, '0'), a.id, sha256(('number' || a.id)::bytea), $2, 'issued'
         from numbered a returning candidate),
     enrolled as (
       insert into enrolments (candidate, session, state, submission, district, major, submitted_at, reviewed_at)
       select candidate, $1, 'approved', 1, $2, '050101', app_now(), app_now() from numbers returning id, candidate),
     offered as (
       select slot, course, row_number() over (partition by slot order by course) as nth from offerings where session = $1)
     insert into sittings (enrolment, slot, course)
     select e.id, o.slot, o.course from enrolled e join numbered n on n.id = e.candidate
       join offered o on o.nth = case when n.no % 4 = 0 then 2 else 1 end and (o.slot::int + n.no) % 2 = 0`,
    [session, district, people, NAMES],
  );
}
