import { randomBytes } from 'node:crypto';
import { and, asc, inArray, sql, type SQL } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type drawSpotCheck as endpoint, MAX_SAMPLE, type Sampling } from '@zikao/contract/spot-checks';
import { findDistrict } from '#modules/exams';
import { atDistricts, inQueue, ofDistrict, ofEverybody, queuesOf, sourceOf, within } from '#modules/review';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { decisions } from '#tables/review';
import { getSpotCheckHead } from './find-spot-check.ts';
import { spotChecks, spotCheckTasks } from './tables.ts';

/** Draws decisions by lot. The lot is a hash of the seed and the decision: whoever has the seed can draw again. */
export function draw(ctx: Signed, { body }: Parsed<typeof endpoint>): Promise<Given<typeof endpoint>> {
  return transaction(ctx, async (ctx) => {
    const { from, to, queue, district, reviewers, seed = randomBytes(8).toString('hex') } = body;
    const which = await drawnFrom(ctx, body);
    const population = await ctx.db.$count(decisions, which);
    const size = sizeOf(body, population);
    if (size === 0) throw new Problem('spotCheck.nothing');
    const drawn = await ctx.db
      .select({ id: decisions.id })
      .from(decisions)
      .where(which)
      .orderBy(asc(sql`md5(${seed} || ${decisions.id}::text)`), asc(decisions.id))
      .limit(size);
    const [row] = await ctx.db
      .insert(spotChecks)
      .values({
        from,
        to,
        queue: queue ?? null,
        district: district ?? null,
        reviewers,
        seed,
        population,
        size: drawn.length,
        by: ctx.actor.id,
      })
      .returning({ id: spotChecks.id });
    const { id } = row!;
    await ctx.db
      .insert(spotCheckTasks)
      .values(drawn.map((decision, position) => ({ spotCheck: id, position, decision: decision.id })));
    const why = `抽取复查：${population} 件中的 ${drawn.length} 件，种子 ${seed}`;
    await trace(ctx, { subject: `spotCheck:${id}`, why });
    return getSpotCheckHead(ctx, id);
  });
}

/** Only what a submission alone decides: where officers fill in the outcome, there is nothing to judge again. */
async function drawnFrom(ctx: Signed, { from, to, queue, district, reviewers }: Sampling): Promise<SQL> {
  const judged = queuesOf(ctx).filter((one) => !ctx.kinds[one]?.decision);
  if (queue !== undefined && !judged.includes(sourceOf(ctx, queue).queue))
    throw new Problem('spotCheck.nothing', '这类待办由工作人员填写结果，不能抽查。');
  if (district !== undefined && !(await findDistrict(ctx, district)))
    throw new Problem('notFound', '没有这个考区。');
  return and(
    within(from, to),
    queue === undefined ? inArray(decisions.queue, judged) : inQueue(queue),
    district !== undefined ? ofDistrict(district) : reviewers === 'district' ? atDistricts : ofEverybody,
  )!;
}

function sizeOf({ size, percent }: Sampling, population: number): number {
  const wanted = size ?? Math.ceil((population * (percent ?? 0)) / 100);
  return Math.min(wanted, population, MAX_SAMPLE);
}
