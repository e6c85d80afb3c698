import { and } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type getOfficeBoard, PROVINCE_OFFICE } from '@zikao/contract/oversight';
import type { Queue } from '@zikao/contract/review';
import { namesOf } from '#modules/identity';
import {
  figuresBy,
  ofDistrict,
  ofProvince,
  paceBy,
  reasonUses,
  together,
  type Waiting,
  waitingByDistrict,
} from '#modules/review';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { readAsked } from './asked.ts';
import { officeNamesOf } from './offices.ts';
import { workOf } from './work.ts';

const MOST_REASONS = 50;

/** One office: by queue, by officer, by day, and why it rejected. */
export async function officeBoard(
  ctx: Signed,
  { params: { office }, query }: Parsed<typeof getOfficeBoard>,
): Promise<Given<typeof getOfficeBoard>> {
  const name = await nameOf(ctx, office);
  const { from, to, queues, ofQueues, ofPeriod } = await readAsked(ctx, query);
  const theirs = office === PROVINCE_OFFICE ? ofProvince : ofDistrict(office);
  const [waiting, pace, byQueue, byOfficer, byDay, reasons] = await Promise.all([
    Promise.all(queues.map((queue) => waitingAt(ctx, queue, office))),
    paceBy(ctx, 'queue', and(theirs, ofQueues)),
    figuresBy(ctx, 'queue', and(theirs, ofPeriod)),
    figuresBy(ctx, 'officer', and(theirs, ofPeriod)),
    figuresBy(ctx, 'day', and(theirs, ofPeriod)),
    reasonUses(ctx, and(theirs, ofPeriod), MOST_REASONS),
  ]);
  const names = await namesOf(ctx, [...byOfficer.each.keys()]);
  const officers = [...byOfficer.each]
    .map(([officer, figures]) => ({ officer, name: names.get(officer) ?? '', figures }))
    .toSorted((a, b) => b.figures.decided - a.figures.decided || a.name.localeCompare(b.name, 'zh'));
  return {
    from,
    to,
    total: { office, name, ...workOf(together(waiting), pace.total, byQueue.total) },
    queues: queues.map((queue, i) => ({
      queue,
      ...workOf(waiting[i], pace.each.get(queue), byQueue.each.get(queue)),
    })),
    officers,
    days: [...byDay.each]
      .map(([day, figures]) => ({ day, figures }))
      .toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    reasons,
  };
}

async function nameOf(ctx: Signed, office: string): Promise<string> {
  const name = (await officeNamesOf(ctx)).get(office);
  if (name === undefined) throw new Problem('notFound', '没有这个考区。');
  return name;
}

async function waitingAt(ctx: Signed, queue: Queue, office: string): Promise<Waiting> {
  const atProvince = office === PROVINCE_OFFICE;
  const waiting = await waitingByDistrict(ctx, queue, atProvince ? 'province' : 'district');
  return together(atProvince ? [...waiting.values()] : [waiting.get(office) ?? { pending: 0 }]);
}
