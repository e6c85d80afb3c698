import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { alive } from './sessions.ts';
import { accounts, sessions } from './tables.ts';

/** Where one is signed in, the latest first. */
export async function listDevices(ctx: Signed) {
  return { items: await devicesOf(ctx, ctx.actor.id) };
}

export async function devicesOf(ctx: Signed, account: string) {
  const rows = await ctx.db
    .select({ session: sessions })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(and(eq(sessions.account, account), isNull(sessions.pending), alive))
    .orderBy(desc(sessions.lastSeenAt));
  return rows.map(({ session }) => ({
    id: session.id,
    current: session.id === ctx.actor.session,
    device: session.device,
    ip: session.ip,
    signedInAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
  }));
}

/** Only one's own; another's is not there. */
export async function revokeDevice(ctx: Signed, id: string): Promise<void> {
  const gone = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.account, ctx.actor.id)))
    .returning({ id: sessions.id });
  if (!gone.length) throw new Problem('notFound');
  if (id === ctx.actor.session) ctx.cookies.clear();
}
