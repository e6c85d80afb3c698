import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type getSpotCheckTask as endpoint, SPOT_CHECK_CLAIMS } from '@zikao/contract/spot-checks';
import { districtName, reasonsOf } from '#modules/exams';
import { loadSubmitted, requireClaim } from '#modules/review';
import { type Signed, transaction } from '#platform/context';
import { trace } from '#platform/trace';
import { getTask } from './claim-task.ts';

/** The submission of a task, for who holds it: as it was decided on, without anything of the decision. Looking is traced. */
export function showTask(ctx: Signed, { params }: Parsed<typeof endpoint>): Promise<Given<typeof endpoint>> {
  return transaction(ctx, async (ctx) => {
    const { id, queue, subject, no, decidedAt, district, until } = await getTask(ctx, params.id);
    await requireClaim(ctx, SPOT_CHECK_CLAIMS, id);
    const { candidate, ...submitted } = await loadSubmitted(ctx, queue, { subject, no, at: decidedAt });
    await trace(ctx, { subject: `spotCheckTask:${id}`, candidate, why: '复查查看' });
    return {
      id,
      queue,
      no,
      district: await districtName(ctx, district ?? ''),
      until: until!.toISOString(),
      ...submitted,
      reasonChoices: await reasonsOf(ctx, queue),
    };
  });
}
