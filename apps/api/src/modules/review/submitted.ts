import { and, eq, inArray } from 'drizzle-orm';
import type { Reason } from '@zikao/contract/candidates';
import type { Case, Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { applicationSubmissions } from '#tables/applications';
import { profileSubmissions } from '#tables/candidates';
import { enrolmentSubmissions } from '#tables/enrolments';
import { getHead } from './find.ts';
import { loadShown } from './submission.ts';
import type { decisions } from './tables.ts';

type Seen = 'groups' | 'previous' | 'previousReasons' | 'pictures' | 'replaced' | 'judgement' | 'card';

/** What was submitted, and nothing that anybody did about it. */
export type Submitted = Pick<Case, Seen> & { submittedAt: string };

/**
 * A submission as an officer saw it who decided on it at that moment, within the caller's scope. Of what is known of the
 * case by now, each thing named here is taken and nothing else: whoever gets it is to judge it unswayed.
 */
export async function loadSubmitted(
  ctx: Signed,
  queue: Queue,
  { subject, no, at }: { subject: string; no: number; at: Date },
): Promise<Submitted & { candidate: string }> {
  const head = await getHead(ctx, queue, subject);
  const { submissions, owner } = keptIn(queue);
  const [row] = await ctx.db
    .select({ at: submissions.at })
    .from(submissions)
    .where(and(eq(owner, subject), eq(submissions.no, no)));
  if (!row) throw new Problem('notFound');
  const shown = await loadShown(ctx, queue, { ...head, no }, at);
  const { groups, previous, previousReasons, pictures, replaced, judgement, card } = shown;
  return {
    candidate: head.candidate,
    submittedAt: row.at.toISOString(),
    groups,
    ...(previous && { previous }),
    previousReasons,
    pictures,
    replaced,
    ...(judgement && { judgement }),
    ...(card && { card }),
  };
}

/** In which words these decisions rejected, by their ids. A submission is rejected once, so its reasons are theirs. */
export async function reasonsGiven(
  ctx: Signed,
  rejections: readonly (typeof decisions.$inferSelect)[],
): Promise<Map<string, Reason[]>> {
  const given = new Map<string, Reason[]>();
  for (const [queue, some] of Map.groupBy(rejections, (one) => one.queue)) {
    const { submissions, owner } = keptIn(queue);
    const subjects = some.map(({ subject }) => subject);
    const rows = await ctx.db
      .select({ owner, no: submissions.no, reasons: submissions.reasons })
      .from(submissions)
      .where(inArray(owner, subjects));
    for (const { id, subject, no, decision } of some)
      if (decision === 'reject')
        given.set(id, rows.find((row) => row.owner === subject && row.no === no)?.reasons ?? []);
  }
  return given;
}

/** Where the submissions of a queue are kept, and by whose id. */
function keptIn(queue: Queue) {
  if (queue === 'profiles') return { submissions: profileSubmissions, owner: profileSubmissions.profile };
  if (queue === 'enrolments')
    return { submissions: enrolmentSubmissions, owner: enrolmentSubmissions.enrolment };
  return { submissions: applicationSubmissions, owner: applicationSubmissions.application };
}
