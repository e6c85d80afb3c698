import { eq, gt, sql } from 'drizzle-orm';
import { enrolmentLifecycle, type EnrolmentState } from '@zikao/contract/enrolments';
import { profiles } from '#tables/candidates';
import { enrolments as table, sittings } from '#tables/enrolments';
import { accounts } from '#tables/identity';
import { conditions, person } from './conditions.ts';
import { list, slotText } from './list.ts';
import { moment } from './moment.ts';

interface Row extends Record<string, unknown> {
  session: string;
  district: string;
  major: string;
  course: string;
  slot: string;
  state: EnrolmentState;
  submittedAt: Date | null;
}

/** What was submitted for a session, a line per course. */
export const enrolments = list<Row>({
  columns: ['考次', '考区', '专业代码', '专业', '场次', '课程代码', '课程', '考生状态', '提交时间'],
  query: (ctx, asked) => sql`
    select ${person(profiles.name)}, ${table.session} as "session", ${table.district} as "district",
      ${table.major} as "major", ${sittings.course} as "course", ${sittings.slot} as "slot",
      ${table.state} as "state", ${table.submittedAt} as "submittedAt"
    from ${table} join ${sittings} on ${sittings.enrolment} = ${table.id}
      join ${accounts} on ${accounts.id} = ${table.candidate} left join ${profiles} on ${profiles.id} = ${accounts.id}
    where ${conditions(ctx, asked, table, gt(table.submission, 0), eq(table.session, asked.session))}
    order by ${table.district}, ${table.submittedAt}, ${table.id}, ${sittings.slot}`,
  cells: ({ session, district, major, course, slot, state, submittedAt }, names) => [
    names.sessions.get(session) ?? session,
    names.districts.get(district) ?? district,
    major,
    names.majors.get(major) ?? '',
    slotText(names, district, slot),
    course,
    names.courses.get(course) ?? '',
    enrolmentLifecycle.states[state],
    moment(submittedAt),
  ],
});
