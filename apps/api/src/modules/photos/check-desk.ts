import { keepDeskJudgement, ownProfile } from '#modules/candidates';
import { photoProfile } from '#modules/exams';
import { emit } from '#platform/act';
import { today } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { getPicture } from './store.ts';

/**
 * The job after pictures were taken at the desk: the same measures as 提交验证, with the card when it is there. Nothing is
 * counted and nobody is refused by it. No answer from the verifier throws, and it is tried once more.
 */
export async function checkDeskPictures(ctx: Signed): Promise<void> {
  const { row, answers, person } = await ownProfile(ctx);
  if (!row.photo || row.photoState !== 'collected') return;
  const open = async (id: unknown) =>
    typeof id === 'string' ? ctx.files.get((await getPicture(ctx, id)).file) : undefined;
  const photo = await getPicture(ctx, row.photo);
  const cardPortrait = await open(answers.cardPortrait);
  const cardEmblem = await open(answers.cardEmblem);
  const verified = await ctx.verifier.verify({
    photo: await ctx.files.get(photo.file),
    size: photo,
    ...(cardPortrait && { cardPortrait }),
    ...(cardEmblem && { cardEmblem }),
    profile: await photoProfile(ctx),
    declared: { name: String(answers.name), idNumber: person.idNumber },
    today: await today(ctx.db),
  });
  const shown = {
    candidate: row.id,
    photo: row.photo,
    ...(typeof answers.cardPortrait === 'string' && { cardPortrait: answers.cardPortrait }),
  };
  await transaction(ctx, async (ctx) => {
    if (await keepDeskJudgement(ctx, shown, verified))
      await emit(ctx, 'photo.checked', { candidate: row.id });
  });
}
