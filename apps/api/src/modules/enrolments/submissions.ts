import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import type { Reason } from '@zikao/contract/candidates';
import type { Ctx, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { standingBlock } from './standing-block.ts';
import { enrolmentScope } from './scope.ts';
import { enrolments, enrolmentSubmissions } from './tables.ts';

/** One submission of an enrolment; submissions count from 1. */
export async function findSubmission(ctx: Ctx, enrolment: string, no: number) {
  const [row] = await ctx.db
    .select()
    .from(enrolmentSubmissions)
    .where(and(eq(enrolmentSubmissions.enrolment, enrolment), eq(enrolmentSubmissions.no, no)));
  return row;
}

/** The one to compare with: what an officer last decided on, else the one just before. */
async function findPrevious(ctx: Ctx, enrolment: string, no: number) {
  const [row] = await ctx.db
    .select()
    .from(enrolmentSubmissions)
    .where(and(eq(enrolmentSubmissions.enrolment, enrolment), lt(enrolmentSubmissions.no, no)))
    .orderBy(asc(isNull(enrolmentSubmissions.decision)), desc(enrolmentSubmissions.no))
    .limit(1);
  return row;
}

/**
 * For the reviewer: the rows as they were submitted, the submission before with what was found wrong with it, and what of
 * the 考籍 stands against approving it now.
 */
export async function loadEnrolmentSubmission(
  ctx: Signed,
  id: string,
  no: number,
): Promise<{
  groups: DescribedGroup[];
  previous?: DescribedGroup[];
  previousReasons: Reason[];
  blocked?: string;
}> {
  const [mine] = await ctx.db
    .select({ candidate: enrolments.candidate, session: enrolments.session, state: enrolments.state })
    .from(enrolments)
    .where(and(eq(enrolments.id, id), enrolmentScope(ctx.actor)));
  const submission = mine && (await findSubmission(ctx, id, no));
  if (!submission) throw new Problem('notFound');
  const previous = await findPrevious(ctx, id, no);
  const blocked = mine.state === 'pending' && (await standingBlock(ctx, mine));
  return {
    groups: submission.groups,
    ...(previous && { previous: previous.groups }),
    previousReasons: previous?.reasons ?? [],
    ...(blocked && { blocked }),
  };
}
