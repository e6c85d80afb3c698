import { and, desc, eq, lte } from 'drizzle-orm';
import type { Site } from '@zikao/contract/exams';
import { appNow, now } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { currentSession } from './current-session.ts';
import { findProvince } from './province.ts';
import { texts } from './tables.ts';

const NOTICES = 20;

/** What every page needs first: whose platform it is, what is open, what is new. */
export async function getSite(ctx: Ctx): Promise<Site> {
  const province = await findProvince(ctx);
  const notices = await ctx.db
    .select({ id: texts.id, title: texts.title, publishedAt: texts.publishedAt })
    .from(texts)
    .where(and(eq(texts.kind, 'notice'), lte(texts.publishedAt, appNow)))
    .orderBy(desc(texts.publishedAt), desc(texts.id))
    .limit(NOTICES);
  return {
    province: province?.name ?? '',
    platform: province?.platform ?? '自学考试考生服务平台',
    organisation: province?.organisation ?? '',
    session: (await currentSession(ctx)) ?? null,
    notices: notices.map((notice) => ({ ...notice, publishedAt: notice.publishedAt.toISOString() })),
    now: (await now(ctx.db)).toISOString(),
    secondFactor: ctx.config.SECOND_FACTOR,
    ...(ctx.sms.shownAt && { smsOutbox: ctx.sms.shownAt }),
  };
}
