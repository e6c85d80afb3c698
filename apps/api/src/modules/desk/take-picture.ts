import type { takePicture as contract } from '@zikao/contract/desk/endpoints';
import type { DeskPerson } from '@zikao/contract/desk/shapes';
import type { Parsed } from '@zikao/contract/endpoint';
import { collectDeskPicture } from '#modules/photos';
import { refuseUnderHands } from '#modules/review';
import type { Signed } from '#platform/context';
import { trace } from '#platform/trace';
import { noteAct } from './acts.ts';
import { requirePerson } from './reach.ts';
import { show } from './show.ts';

/** A photo or a side of the card, for the candidate who stands there; not under the hands of whoever reviews the case. */
export async function takePicture(
  ctx: Signed,
  { params: { id, kind }, query: { papers }, body }: Parsed<typeof contract>,
): Promise<DeskPerson> {
  await requirePerson(ctx, id);
  await refuseUnderHands(ctx, 'profiles', id);
  await collectDeskPicture(ctx, { candidate: id, kind, bytes: Buffer.from(body) }, async (ctx) => {
    await refuseUnderHands(ctx, 'profiles', id);
    await noteAct(ctx, { candidate: id, what: kind, papers });
    await trace(ctx, { subject: `profile:${id}`, candidate: id });
  });
  return show(ctx, id);
}
