import { and } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type getBoard, PROVINCE_OFFICE } from '@zikao/contract/oversight';
import type { Queue } from '@zikao/contract/review';
import { figuresBy, ofEverybody, paceBy, reasonUses, together, waitingByDistrict } from '#modules/review';
import type { Signed } from '#platform/context';
import { readAsked } from './asked.ts';
import { officesOf } from './offices.ts';
import { workOf } from './work.ts';

const MOST_REASONS = 20;

/** Every district beside every other, and the province's own work. */
export async function boardOf(
  ctx: Signed,
  { query }: Parsed<typeof getBoard>,
): Promise<Given<typeof getBoard>> {
  const { from, to, queues, ofQueues, ofPeriod } = await readAsked(ctx, query);
  const [offices, atDistricts, atProvince, pace, figures, reasons] = await Promise.all([
    officesOf(ctx),
    waitingIn(ctx, queues, 'district'),
    waitingIn(ctx, queues, 'province'),
    paceBy(ctx, 'office', and(ofEverybody, ofQueues)),
    figuresBy(ctx, 'office', and(ofEverybody, ofPeriod)),
    reasonUses(ctx, and(ofEverybody, ofPeriod), MOST_REASONS),
  ]);
  const waiting = new Map(
    offices.map(({ code }) => [code, together(atDistricts.flatMap((queue) => queue.get(code) ?? []))]),
  );
  waiting.set(PROVINCE_OFFICE, together(atProvince.flatMap((queue) => [...queue.values()])));
  return {
    from,
    to,
    total: workOf(together([...waiting.values()]), pace.total, figures.total),
    offices: offices.map(({ code: office, name }) => ({
      office,
      name,
      ...workOf(waiting.get(office), pace.each.get(office), figures.each.get(office)),
    })),
    reasons,
  };
}

const waitingIn = (ctx: Signed, queues: readonly Queue[], forWhom: 'district' | 'province') =>
  Promise.all(queues.map((queue) => waitingByDistrict(ctx, queue, forWhom)));
