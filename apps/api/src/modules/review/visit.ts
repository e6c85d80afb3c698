import type { Parsed } from '@zikao/contract/endpoint';
import type { Case, recordVisit as endpoint } from '@zikao/contract/review';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { findKind, recordVisit } from '#modules/applications';
import { requireClaim } from './claim.ts';
import { getHead } from './find.ts';
import { show } from './show.ts';

/** 现场审核: the officer who holds the case says that the candidate came with the papers. */
export async function visit(ctx: Signed, { params }: Parsed<typeof endpoint>): Promise<Case> {
  const { queue, id } = params;
  await transaction(ctx, async (ctx) => {
    await getHead(ctx, queue, id);
    if (!findKind(ctx, queue)) throw new Problem('conflict', '这类待办没有现场审核。');
    await requireClaim(ctx, queue, id);
    await recordVisit(ctx, id);
  });
  ctx.wake();
  return show(ctx, { params, query: undefined, body: undefined });
}
