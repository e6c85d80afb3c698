import { PICTURE_KINDS } from '@zikao/contract/forms/fields';
import type { DeskPerson } from '@zikao/contract/desk/shapes';
import { findSubmitted } from '#modules/candidates';
import { sleeps } from '#modules/identity';
import { numberToMerge } from '#modules/merges';
import { errandsOf } from '#modules/review';
import { type Signed, transaction } from '#platform/context';
import { trace } from '#platform/trace';
import { actsFor } from './acts.ts';
import { headOf } from './head.ts';
import { requestsAbout } from './list.ts';
import { type Person, requirePerson } from './reach.ts';

/** A person's desk page. Looking at it is written to the trail. */
export function show(ctx: Signed, id: string): Promise<DeskPerson> {
  return transaction(ctx, async (ctx) => {
    const person = await requirePerson(ctx, id);
    await trace(ctx, { subject: `account:${id}`, candidate: id, why: '现场查看' });
    const requests = await requestsAbout(ctx, id);
    const open = requests.some(({ state }) => state === 'confirming' || state === 'waiting');
    const number = person.standing.filed ? await numberToMerge(ctx, id) : undefined;
    const submitted = person.standing.filed ? await findSubmitted(ctx, id) : undefined;
    return {
      head: headOf(person),
      can: [...canOf(person, open), ...((await sleeps(ctx, id)) ? (['paperCode'] as const) : [])],
      pictures: submitted?.pictures ?? {},
      ...(submitted?.judgement && { judgement: submitted.judgement }),
      ...(number && { numberToMerge: number }),
      errands: await errandsOf(ctx, id),
      acts: await actsFor(ctx, id),
      requests,
    };
  });
}

/** After approval the pictures stay as they were approved. */
function canOf({ standing }: Person, open: boolean): DeskPerson['can'] {
  return [...(open ? [] : (['phone'] as const)), ...(standing.state === 'approved' ? [] : PICTURE_KINDS)];
}
