import type { Parsed } from '@zikao/contract/endpoint';
import type { Case, collectPhoto } from '@zikao/contract/review';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { collectDeskPhoto } from '#modules/photos';
import { lease, requireClaim } from './claim.ts';
import { getHead } from './find.ts';
import { show } from './show.ts';

/** 现场采集: the officer who holds the case takes the candidate's photo at the desk. */
export async function collect(
  ctx: Signed,
  { params: { id }, body }: Parsed<typeof collectPhoto>,
): Promise<Case> {
  await transaction(ctx, async (ctx) => {
    const { state } = await getHead(ctx, 'profiles', id);
    await requireClaim(ctx, 'profiles', id);
    if (state !== 'pending') throw new Problem('conflict');
    await lease(ctx, 'profiles', id); // lasts while the picture is decoded and stored
  });
  await collectDeskPhoto(ctx, id, Buffer.from(body));
  return show(ctx, { params: { queue: 'profiles', id }, query: undefined, body: undefined });
}
