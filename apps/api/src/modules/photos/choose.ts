import type { Profile } from '@zikao/contract/candidates';
import {
  changeProfile,
  choiceNeeded,
  deskAllowed,
  lockProfile,
  NO_VERIFICATION,
  ownProfile,
  photoSubject,
  requireReady,
  showProfile,
  submitProfile,
} from '#modules/candidates';
import { act, emit } from '#platform/act';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { knownCard } from './reading.ts';

/** After three failures: 继续上传 gives three more tries, 到考区线下采集 submits without a photo. */
export async function choosePhotoWay(ctx: Signed, choice: 'continue' | 'desk'): Promise<Profile> {
  if (choice === 'continue') await goOn(ctx);
  else await goToDesk(ctx);
  return showProfile(ctx);
}

async function goOn(ctx: Signed): Promise<void> {
  await changeProfile(ctx, async (_ctx, { row }) => {
    if (!choiceNeeded(row)) throw new Problem('photo.choiceNotOpen');
    return { choiceAt: row.photoFailures };
  });
}

async function goToDesk(ctx: Signed): Promise<void> {
  await ownProfile(ctx);
  await transaction(ctx, async (ctx) => {
    const file = await lockProfile(ctx, ctx.actor.id);
    const { row } = file;
    await requireReady(ctx, file);
    if (!deskAllowed(row, await ctx.verifiers.down())) throw new Problem('photo.choiceNotOpen');
    const set = { ...NO_VERIFICATION, choiceAt: row.photoFailures, version: row.version + 1 };
    await act(ctx, photoSubject, 'chooseDesk', row.id, { set });
    await emit(ctx, 'photo.desk', { candidate: row.id });
    await submitProfile(ctx, await knownCard(ctx, file.answers));
  });
  ctx.wake();
}
