import { and, asc, eq } from 'drizzle-orm';
import type { Parsed } from '@zikao/contract/endpoint';
import type { Queue } from '@zikao/contract/review';
import type { dismissNotice, OfficerNotice } from '@zikao/contract/review-held';
import type { Signed } from '#platform/context';
import { decryptText, encrypt } from '#platform/crypto';
import { officerNotices } from './tables.ts';

const TEXT = 'officer_notices.text';
const MOST = 20;

/** Tells an officer what happened to a case of theirs without them, in the transaction that made it happen. */
export async function tell(
  ctx: Signed,
  notice: { officer: string; queue: Queue; subject: string; said: string },
): Promise<void> {
  const { said, ...where } = notice;
  await ctx.db.insert(officerNotices).values({ ...where, text: encrypt(ctx.keys, TEXT, said) });
}

/** What an officer has not seen yet, oldest first. */
export async function noticesOf(ctx: Signed): Promise<OfficerNotice[]> {
  const rows = await ctx.db
    .select()
    .from(officerNotices)
    .where(eq(officerNotices.officer, ctx.actor.id))
    .orderBy(asc(officerNotices.at), asc(officerNotices.id))
    .limit(MOST);
  return rows.map(({ id, at, queue, subject, text }) => ({
    id,
    at: at.toISOString(),
    queue,
    subject,
    text: decryptText(ctx.keys, TEXT, text),
  }));
}

/** Seen: it is not kept. Of somebody else, or seen before: nothing happens. */
export async function dismiss(ctx: Signed, { params }: Parsed<typeof dismissNotice>): Promise<void> {
  const own = and(eq(officerNotices.id, params.notice), eq(officerNotices.officer, ctx.actor.id));
  await ctx.db.delete(officerNotices).where(own);
}
