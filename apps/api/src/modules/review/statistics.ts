import { and, type SQL } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import type { getStatistics } from '@zikao/contract/review-statistics';
import { districtName } from '#modules/exams';
import { today } from '#platform/clock';
import type { Signed } from '#platform/context';
import { figuresBy, NONE, ofDistrict, ofOfficer, ofProvince, within } from './figures.ts';
import { queuesOf } from './queues.ts';

/** One's own figures beside one's office's. A district sees its own; the province its own, or those of a district. */
export async function statistics(
  ctx: Signed,
  { query }: Parsed<typeof getStatistics>,
): Promise<Given<typeof getStatistics>> {
  const day = await today(ctx.db);
  const { from = query.to ?? day, to = day } = query;
  const time = within(from, to);
  const { which, name } = await officeOf(ctx, query.district);
  const [own, office] = await Promise.all([
    figuresBy(ctx, 'queue', and(ofOfficer(ctx.actor.id), time)),
    figuresBy(ctx, 'queue', and(which, time)),
  ]);
  return {
    from,
    to,
    office: name,
    total: { own: own.total, office: office.total },
    rows: queuesOf(ctx).map((queue) => ({
      queue,
      own: own.each.get(queue) ?? NONE,
      office: office.each.get(queue) ?? NONE,
    })),
  };
}

/** The district an officer asks for is their own, whatever they ask. */
async function officeOf(ctx: Signed, asked: string | undefined): Promise<{ which: SQL; name: string }> {
  const district = ctx.actor.role === 'district' ? ctx.actor.district : asked;
  if (district === undefined) return { which: ofProvince, name: ROLE_NAMES.province };
  return { which: ofDistrict(district), name: `${await districtName(ctx, district)}考区` };
}
