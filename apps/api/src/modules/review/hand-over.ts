import type { Parsed } from '@zikao/contract/endpoint';
import type { Case, handOver as endpoint } from '@zikao/contract/review';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { findKind, handOver as handOverLetter } from '#modules/applications';
import { getHead } from './find.ts';
import { show } from './show.ts';

/** 领取告知单, at the desk: nothing is decided any more, so nobody needs to hold the case. */
export async function handOver(ctx: Signed, { params }: Parsed<typeof endpoint>): Promise<Case> {
  const { queue, id } = params;
  await transaction(ctx, async (ctx) => {
    await getHead(ctx, queue, id);
    if (!findKind(ctx, queue)) throw new Problem('conflict', '这类待办没有告知单。');
    await handOverLetter(ctx, id);
  });
  ctx.wake();
  return show(ctx, { params, query: undefined, body: undefined });
}
