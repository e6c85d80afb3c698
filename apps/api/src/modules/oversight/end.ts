import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type endSpotCheck as endpoint, spotCheckLifecycle } from '@zikao/contract/spot-checks';
import { act } from '#platform/act';
import { type Signed, transaction } from '#platform/context';
import { trace } from '#platform/trace';
import { getSpotCheckHead } from './find-spot-check.ts';
import { spotCheckSubject } from './subject.ts';

/** What was not looked at again will not be: somebody in the middle of it finds it gone. */
export function end(ctx: Signed, { params }: Parsed<typeof endpoint>): Promise<Given<typeof endpoint>> {
  return transaction(ctx, async (ctx) => {
    const id = params.spotCheck;
    await getSpotCheckHead(ctx, id);
    await act(ctx, spotCheckSubject, 'end', id);
    await trace(ctx, { subject: `spotCheck:${id}`, why: spotCheckLifecycle.actions.end.label });
    return getSpotCheckHead(ctx, id);
  });
}
