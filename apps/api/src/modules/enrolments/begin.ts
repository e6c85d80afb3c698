import { and, desc, eq, ne } from 'drizzle-orm';
import type { Enrolment } from '@zikao/contract/enrolments';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { profileStanding } from '#modules/candidates';
import { findEnrolment, getEnrolmentRow, getSession } from './find.ts';
import { findGate } from './gate.ts';
import { loadFacts } from './load-facts.ts';
import { majorFault } from './rules/majors.ts';
import { enrolments } from './tables.ts';
import { enrolmentView } from './view.ts';

const REFUSALS = {
  profile: 'profile.needed',
  record: 'record.blocked',
  window: 'window.closed',
  session: 'enrolment.none',
} as const;

/** 我要报考: one draft per person and session, however often and from wherever it is asked for. */
export async function beginEnrolment(ctx: Signed): Promise<Enrolment> {
  const session = await getSession(ctx);
  if (!(await findEnrolment(ctx, session.id))) {
    const gate = await findGate(ctx, session);
    if (gate) throw new Problem(REFUSALS[gate.reason], gate.detail);
    await ctx.db
      .insert(enrolments)
      .values({ candidate: ctx.actor.id, session: session.id, answers: await suggestion(ctx, session) })
      .onConflictDoNothing();
  }
  return enrolmentView(ctx, await getEnrolmentRow(ctx, session.id), session);
}

/** What most people would choose: the district of their file and the major they were in last. */
async function suggestion(
  ctx: Signed,
  session: Awaited<ReturnType<typeof getSession>>,
): Promise<Record<string, unknown>> {
  const { district } = await profileStanding(ctx, ctx.actor.id);
  const [last] = await ctx.db
    .select({ major: enrolments.major })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.candidate, ctx.actor.id),
        ne(enrolments.session, session.id),
        eq(enrolments.state, 'approved'),
      ),
    )
    .orderBy(desc(enrolments.submittedAt))
    .limit(1);
  const facts = await loadFacts(ctx, session);
  const major = last?.major && !majorFault(facts.majors.get(last.major), facts) ? last.major : undefined;
  return { ...(district && { district }), ...(major && { major }) };
}
