import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SessionEnd } from '@zikao/contract/identity';
import { TEMPORARY_HOURS } from '@zikao/contract/staff';
import type { Ctx } from '#platform/context';
import { forget } from '#platform/limit';
import { Problem } from '#platform/problem';
import { secondTriesOf } from './confirm-second-factor.ts';
import { triesOf } from './sign-in.ts';
import { accounts, sessions } from './tables.ts';

export type StaffRow = typeof accounts.$inferSelect;
type Db = Pick<Ctx, 'db'>;
const isStaff = isNotNull(accounts.username);
const soon = sql`app_now() + make_interval(hours => ${TEMPORARY_HOURS})`;

/** Accounts of the staff by role, district and user name; with `id` that one, or none. */
export function findStaff(ctx: Db, id?: string): Promise<StaffRow[]> {
  return ctx.db
    .select()
    .from(accounts)
    .where(and(isStaff, id ? eq(accounts.id, id) : undefined))
    .orderBy(asc(accounts.role), asc(accounts.district), asc(accounts.username));
}

/**
 * All of the staff, held until the transaction ends: who may still sign in is judged, and changed, by one at a time. They
 * are some hundreds at most. Their own work, which only refers to them, goes on.
 */
export function lockStaff(ctx: Db): Promise<StaffRow[]> {
  return ctx.db.select().from(accounts).where(isStaff).orderBy(asc(accounts.id)).for('no key update');
}

/** A new one, with a temporary password. A user name that is taken: `staff.usernameTaken`. */
export async function makeStaff(
  ctx: Db,
  values: Pick<StaffRow, 'role' | 'name' | 'username' | 'district' | 'passwordHash'>,
): Promise<StaffRow> {
  const [row] = await ctx.db
    .insert(accounts)
    .values({ ...values, temporaryUntil: soon })
    .onConflictDoNothing()
    .returning();
  if (!row) throw new Problem('staff.usernameTaken');
  return row;
}

type Changes = Partial<Pick<StaffRow, 'role' | 'name' | 'district' | 'active' | 'passwordHash'>>;

/** A new `passwordHash` is a temporary password's. */
export async function writeStaff(
  ctx: Db,
  id: string,
  set: Changes & { forgetTotp?: boolean },
): Promise<StaffRow> {
  const { forgetTotp, ...changes } = set;
  const [row] = await ctx.db
    .update(accounts)
    .set({
      ...changes,
      ...(changes.passwordHash && { temporaryUntil: soon }),
      ...(forgetTotp && { totpSecret: null, totpConfirmed: false, totpStep: 0 }),
    })
    .where(eq(accounts.id, id))
    .returning();
  // Who is helped with a password or a lost phone has as a rule tried too often before.
  if (changes.passwordHash) await forget(ctx, triesOf(id));
  if (forgetTotp) await forget(ctx, secondTriesOf(id));
  return row!;
}

/** Ends all sessions of somebody, or one (`session`), those with a step still owed too. How many there were. */
export async function endSessions(
  ctx: Db,
  account: string,
  how: SessionEnd,
  session?: string,
): Promise<number> {
  const { rowCount } = await ctx.db
    .update(sessions)
    .set({ ended: how })
    .where(
      and(
        eq(sessions.account, account),
        isNull(sessions.ended),
        session ? eq(sessions.id, session) : undefined,
      ),
    );
  return rowCount ?? 0;
}
