import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Authenticate, Ctx } from '#platform/context';
import { hashToken, randomToken } from '#platform/crypto';
import { accounts, sessions } from './tables.ts';

/** trust.md has these: 30 minutes without activity for candidates, 15 for staff; never longer than 12 hours. */
const IDLE = sql`case when ${accounts.role} = 'candidate' then interval '30 minutes' else interval '15 minutes' end`;
const LONGEST = 12 * 60 * 60;
/** To enter the second factor. */
const PENDING = 10 * 60;

export const idleUntil = sql`least(${sessions.lastSeenAt} + ${IDLE}, ${sessions.endsAt})`.mapWith(
  sessions.endsAt,
);
/** Of a session joined with its account. */
export const alive = and(
  eq(accounts.active, true),
  isNull(sessions.ended),
  sql`${sessions.endsAt} > app_now()`,
  sql`${sessions.lastSeenAt} + ${IDLE} > app_now()`,
)!;

export type Pending = NonNullable<(typeof sessions.$inferSelect)['pending']>;

export const authenticate: Authenticate = async ({ db, config }, token) => {
  const [row] = await db
    .select({
      id: accounts.id,
      role: accounts.role,
      name: accounts.name,
      district: accounts.district,
      session: sessions.id,
      pending: sessions.pending,
      // Written at most every 30 s, not at every call.
      stale: sql<boolean>`${sessions.lastSeenAt} < app_now() - interval '30 seconds'`,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(and(eq(sessions.tokenHash, hashToken(token, config.CRYPTO)), alive));
  if (!row) return undefined;
  const { pending, stale, district, ...actor } = row;
  if (stale) await touch({ db }, row.session);
  return { actor: { ...actor, ...(district && { district }) }, pending: pending !== null };
};

export async function touch({ db }: Pick<Ctx, 'db'>, session: string): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: sql`app_now()` })
    .where(eq(sessions.id, session));
}

/** Whether a session, full or pending, has neither run out nor been ended. */
export async function isOpen({ db }: Pick<Ctx, 'db'>, session: string): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(and(eq(sessions.id, session), alive));
  return rows.length > 0;
}

/** Signs this browser in under a new token; whatever session it had before ends. */
export async function openSession(ctx: Ctx, account: string, pending?: Pending): Promise<string> {
  await closeSession(ctx);
  await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.account, account), sql`${sessions.endsAt} <= app_now()`));
  const token = randomToken();
  const seconds = pending ? PENDING : LONGEST;
  const [row] = await ctx.db
    .insert(sessions)
    .values({
      tokenHash: hashToken(token, ctx.config.CRYPTO),
      account,
      pending: pending ?? null,
      endsAt: sql`app_now() + make_interval(secs => ${seconds})`,
      ip: ctx.ip,
      device: ctx.device,
    })
    .returning({ id: sessions.id });
  ctx.cookies.set(token, seconds);
  return row!.id;
}

/** Ends the session this browser holds, if any. */
export async function closeSession(ctx: Ctx): Promise<void> {
  const token = ctx.cookies.get();
  if (!token) return;
  await ctx.db.delete(sessions).where(eq(sessions.tokenHash, hashToken(token, ctx.config.CRYPTO)));
  ctx.cookies.clear();
}
