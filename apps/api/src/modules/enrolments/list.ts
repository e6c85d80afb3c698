import { and, desc, eq } from 'drizzle-orm';
import type { Given } from '@zikao/contract/endpoint';
import type { listEnrolments as contract } from '@zikao/contract/enrolments';
import type { Signed } from '#platform/context';
import { sessionNames } from '#modules/exams';
import { enrolmentScope } from './scope.ts';
import { enrolments, enrolmentSubmissions } from './tables.ts';

/** 历次报考, the newest session first, each as last submitted. */
export async function listEnrolments(ctx: Signed): Promise<Given<typeof contract>> {
  const names = await sessionNames(ctx);
  const rows = await ctx.db
    .select({ enrolment: enrolments, groups: enrolmentSubmissions.groups })
    .from(enrolments)
    .leftJoin(
      enrolmentSubmissions,
      and(
        eq(enrolmentSubmissions.enrolment, enrolments.id),
        eq(enrolmentSubmissions.no, enrolments.submission),
      ),
    )
    .where(enrolmentScope(ctx.actor))
    .orderBy(desc(enrolments.session));
  return {
    items: rows.map(({ enrolment: { id, session, state, submittedAt }, groups }) => ({
      id,
      session: names.get(session) ?? session,
      state,
      ...(submittedAt && { submittedAt: submittedAt.toISOString() }),
      groups: groups ?? [],
    })),
  };
}
