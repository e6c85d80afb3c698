import { now } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { currentSession } from './current-session.ts';
import { findProvince } from './find-province.ts';
import { noticeHeads } from './texts.ts';

/** Everything the sign-in page and the frames show; asked for by everybody at the opening minute. */
export async function getSite(ctx: Ctx) {
  const [province, session, notices, at] = await Promise.all([
    findProvince(ctx),
    currentSession(ctx),
    noticeHeads(ctx),
    now(ctx.db),
  ]);
  if (!province) throw new Problem('notFound');
  return {
    province: province.name,
    platform: province.platform,
    organisation: province.organisation,
    session: session ?? null,
    notices,
    now: at.toISOString(),
    secondFactor: ctx.config.SECOND_FACTOR,
    ...(ctx.sms.shownAt && { smsOutbox: ctx.sms.shownAt }),
  };
}
