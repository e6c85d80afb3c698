import { and, eq, type SQL } from 'drizzle-orm';
import type { Ctx, Signed } from '#platform/context';
import { enrolmentScope } from './scope.ts';
import { enrolments } from './tables.ts';

type Reader = Pick<Ctx, 'db'>;

async function find({ db }: Reader, where: SQL | undefined) {
  const { id, candidate, session, district, major, state } = enrolments;
  const [row] = await db
    .select({ id, candidate, session, district, major, state })
    .from(enrolments)
    .where(where);
  return row;
}

/** Who enrolled for which session, where, and what became of it. */
export type Enrolled = NonNullable<Awaited<ReturnType<typeof find>>>;

/** Whoever asks for it must have been let in otherwise: for what the platform does by itself. */
export const enrolledById = (ctx: Reader, id: string) => find(ctx, eq(enrolments.id, id));

/** Within the caller's scope; undefined: it is not theirs. */
export const enrolledInScope = (ctx: Signed, id: string) =>
  find(ctx, and(eq(enrolments.id, id), enrolmentScope(ctx.actor)));

/** A candidate's enrolment of a session, within the caller's scope. */
export const enrolledFor = (ctx: Signed, session: string, candidate: string) =>
  find(
    ctx,
    and(eq(enrolments.session, session), eq(enrolments.candidate, candidate), enrolmentScope(ctx.actor)),
  );
