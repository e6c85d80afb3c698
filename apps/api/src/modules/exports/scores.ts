import { and, eq, lte, sql } from 'drizzle-orm';
import { type Mark, MARKS } from '@zikao/contract/scores';
import { appNow } from '#platform/clock';
import { profiles } from '#tables/candidates';
import { enrolments } from '#tables/enrolments';
import { accounts } from '#tables/identity';
import { scores as table } from '#tables/scores';
import { conditions, person } from './conditions.ts';
import { list } from './list.ts';
import { moment } from './moment.ts';

interface Row extends Record<string, unknown> {
  session: string;
  district: string | null;
  course: string;
  number: string | null;
  mark: Mark | null;
  grade: string | null;
  passed: boolean;
  publishedAt: Date;
}

/** Published scores of a session; whose district they are the enrolment says. */
export const scores = list<Row>({
  columns: ['考次', '考区', '课程代码', '课程', '成绩', '是否合格', '公布时间'],
  query: (ctx, asked) => sql`
    select ${person(profiles.name)}, ${table.session} as "session", ${enrolments.district} as "district",
      ${table.course} as "course", ${table.number} as "number", ${table.mark} as "mark", ${table.grade} as "grade",
      ${table.passed} as "passed", ${table.publishedAt} as "publishedAt"
    from ${table} join ${accounts} on ${accounts.id} = ${table.candidate}
      left join ${profiles} on ${profiles.id} = ${accounts.id}
      left join ${enrolments} on ${and(eq(enrolments.candidate, table.candidate), eq(enrolments.session, table.session))}
    where ${conditions(
      ctx,
      asked,
      { district: enrolments.district, candidate: table.candidate },
      eq(table.session, asked.session),
      lte(table.publishedAt, appNow),
    )}
    order by ${enrolments.district}, ${table.candidate}, ${table.course}`,
  cells: ({ session, district, course, number, mark, grade, passed, publishedAt }, names) => [
    names.sessions.get(session) ?? session,
    district === null ? '' : (names.districts.get(district) ?? district),
    course,
    names.courses.get(course) ?? '',
    mark ? MARKS[mark] : (grade ?? (number === null ? '' : String(Number(number)))),
    passed ? '合格' : '不合格',
    moment(publishedAt),
  ],
});
