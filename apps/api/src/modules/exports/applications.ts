import { eq, gt, sql } from 'drizzle-orm';
import { applicationLifecycle, type ApplicationState } from '@zikao/contract/applications/lifecycle';
import { applications as table } from '#tables/applications';
import { profiles } from '#tables/candidates';
import { accounts } from '#tables/identity';
import { conditions, person } from './conditions.ts';
import { list } from './list.ts';
import { moment } from './moment.ts';

interface Row extends Record<string, unknown> {
  session: string;
  district: string;
  kind: string;
  summary: string;
  state: ApplicationState;
  submittedAt: Date | null;
  visitedAt: Date | null;
  reviewedAt: Date | null;
}

/** Applications of a session as last submitted. */
export const applications = list<Row>({
  columns: ['考次', '办理考区', '种类', '申请内容', '审核状态', '提交时间', '现场审核时间', '审核时间'],
  query: (ctx, asked) => sql`
    select ${person(profiles.name)}, ${table.session} as "session", ${table.district} as "district",
      ${table.kind} as "kind", ${table.summary} as "summary", ${table.state} as "state",
      ${table.submittedAt} as "submittedAt", ${table.visitedAt} as "visitedAt", ${table.reviewedAt} as "reviewedAt"
    from ${table} join ${accounts} on ${accounts.id} = ${table.candidate}
      left join ${profiles} on ${profiles.id} = ${accounts.id}
    where ${conditions(
      ctx,
      asked,
      table,
      gt(table.submission, 0),
      eq(table.session, asked.session),
      asked.kind ? eq(table.kind, asked.kind) : undefined,
    )}
    order by ${table.district}, ${table.kind}, ${table.submittedAt}, ${table.id}`,
  cells: ({ session, district, kind, summary, state, submittedAt, visitedAt, reviewedAt }, names) => [
    names.sessions.get(session) ?? session,
    names.districts.get(district) ?? district,
    names.kinds.get(kind) ?? kind,
    summary,
    applicationLifecycle.states[state],
    moment(submittedAt),
    moment(visitedAt),
    moment(reviewedAt),
  ],
});
