import { asc, eq } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { enrolmentScope } from './scope.ts';
import { enrolments, enrolmentSubmissions } from './tables.ts';

/** For 下载我的数据: every enrolment with all its submissions. */
export async function ownData(ctx: Signed) {
  const rows = await ctx.db
    .select()
    .from(enrolments)
    .where(enrolmentScope(ctx.actor))
    .orderBy(asc(enrolments.session));
  const submitted = await ctx.db
    .select({ submission: enrolmentSubmissions })
    .from(enrolmentSubmissions)
    .innerJoin(enrolments, eq(enrolments.id, enrolmentSubmissions.enrolment))
    .where(enrolmentScope(ctx.actor))
    .orderBy(asc(enrolmentSubmissions.at), asc(enrolmentSubmissions.no));
  return {
    enrolments: rows.map(({ id, session, state, answers, agreedVersion, agreedAt, reviewedAt, remark }) => ({
      session,
      state,
      answers,
      agreement: agreedVersion && { version: agreedVersion, at: agreedAt },
      reviewedAt,
      remark,
      submissions: submitted
        .filter(({ submission }) => submission.enrolment === id)
        .map(({ submission: { no, at, groups, reasons } }) => ({ no, at, groups, reasons })),
    })),
  };
}
