import { sql } from 'drizzle-orm';
import type { Site } from '@zikao/contract/exams';
import type { Ctx } from '#platform/context';
import { currentSession } from './current-session.ts';
import { noticesInForce } from './notices.ts';

const NOTICES = 20;

interface Row extends Record<string, unknown> {
  name: string | null;
  platform: string | null;
  organisation: string | null;
  notices: { id: string; title: string; publishedAt: string }[];
  now: Date;
}

/** What every page needs first: whose platform it is, what is open, what is new. */
export async function getSite(ctx: Ctx): Promise<Site> {
  const { name, platform, organisation, notices, now } = await readSite(ctx);
  return {
    province: name ?? '',
    platform: platform ?? '自学考试考生服务平台',
    organisation: organisation ?? '',
    session: (await currentSession(ctx)) ?? null,
    notices: notices.map((notice) => ({ ...notice, publishedAt: isoMoment(notice.publishedAt) })),
    now: isoMoment(now),
    secondFactor: ctx.config.SECOND_FACTOR,
    ...(ctx.sms.shownAt && { smsOutbox: ctx.sms.shownAt }),
  };
}

/** One query, also before the seed: in the opening minute everybody asks. */
async function readSite(ctx: Ctx): Promise<Row> {
  const { rows } = await ctx.db.execute<Row>(sql`
    select p.name, p.platform, p.organisation, app_now() as now,
      (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'publishedAt', published_at)), '[]')
       from (select id, title, published_at from ${noticesInForce} notices
             order by published_at desc, id desc limit ${NOTICES}) newest) as notices
    from (select) one left join province p on true`);
  return rows[0]!;
}

const isoMoment = (moment: string | Date) => new Date(moment).toISOString();
