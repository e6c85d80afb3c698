import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { decide as endpoint, Decision } from '@zikao/contract/review';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { apply } from './apply.ts';
import { claimNext } from './claim-next.ts';
import { requireClaim } from './claim.ts';
import { getHead } from './find.ts';
import { refuseHeld } from './held.ts';
import { type Source, sourceOf } from './queues.ts';

/** Decides the submission the officer has seen and holds, and hands over the next case, all or nothing. */
export async function decide(
  ctx: Signed,
  { params: { queue, id }, body }: Parsed<typeof endpoint>,
): Promise<Given<typeof endpoint>> {
  refuseUnknownFields(sourceOf(ctx, queue), body);
  const answer = await transaction(ctx, async (ctx) => {
    await getHead(ctx, queue, id);
    const seconds = await requireClaim(ctx, queue, id);
    await refuseHeld(ctx, queue, id);
    const applied = await apply(ctx, { queue, id, no: ctx.ifMatch, body, seconds });
    return { ...applied, next: await claimNext(ctx, queue) };
  });
  ctx.wake();
  return answer;
}

/** A reason the candidate could not find on the form would help nobody. */
export function refuseUnknownFields({ fields }: Source, body: Decision): void {
  if (body.decision === 'approve') return;
  const errors = body.reasons.flatMap(({ field }, i) =>
    Object.hasOwn(fields, field) ? [] : [{ path: `reasons.${i}.field`, message: '没有这一项，请重新选择' }],
  );
  if (errors.length) throw new Problem('request.invalid', { errors });
}
