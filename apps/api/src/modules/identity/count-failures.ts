import { sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { count, wait } from '#platform/limit';
import { Problem } from '#platform/problem';
import { limits } from '#platform/tables';

const MOST = 5;
export const LOCK_SECONDS = 15 * 60;

/**
 * Takes one of five tries, before the password is looked at: many at once still get only five. Each try begins the
 * 15 minutes anew, so the lock lasts 15 minutes from the fifth. Throws `signIn.locked` when none is left. A right
 * password gives them all back (`forget`).
 */
export async function takeTry(ctx: Ctx, key: string): Promise<{ last: boolean }> {
  const over = sql`${limits.since} + make_interval(secs => ${LOCK_SECONDS}) <= app_now()`;
  const [row] = await ctx.db
    .insert(limits)
    .values({ key, count: 1, since: sql`app_now()` })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`case when ${over} then 1 else least(${limits.count} + 1, ${MOST + 1}) end`,
        since: sql`case when ${over} or ${limits.count} < ${MOST} then app_now() else ${limits.since} end`,
      },
    })
    .returning({
      count: limits.count,
      left: sql<number>`ceil(extract(epoch from ${limits.since} - app_now()))::int + ${LOCK_SECONDS}::int`,
    });
  if (row!.count > MOST) throw locked(row!.left);
  return { last: row!.count === MOST };
}

export function locked(seconds: number): Problem {
  const detail = `请在 ${Math.ceil(seconds / 60)} 分钟后再试。`;
  return new Problem('signIn.locked', { detail, retryAfter: Math.max(1, seconds) });
}

/** Failures of every kind from one address: so many in 15 minutes, then all of it waits. */
export async function refuseBusyAddress(ctx: Ctx): Promise<void> {
  const left = await wait(ctx, addressKey(ctx), ctx.config.SIGN_IN_PER_ADDRESS, LOCK_SECONDS);
  if (left)
    throw new Problem('signIn.tooMany', {
      detail: `请在 ${Math.ceil(left / 60)} 分钟后再试。`,
      retryAfter: left,
    });
}

export async function countAddress(ctx: Ctx): Promise<void> {
  await count(ctx, addressKey(ctx), ctx.config.SIGN_IN_PER_ADDRESS, LOCK_SECONDS);
}

const addressKey = ({ ip }: Ctx) => `sign-in from ${network(ip)}`;

/** An IPv6 subscriber has 2^64 addresses: they count as one. */
export function network(ip: string): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail] = ip.split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail?.split(':').filter(Boolean) ?? [];
  const groups = [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
