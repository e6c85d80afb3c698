import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { CardReading } from '@zikao/contract/photos';
import type { CardText } from '@zikao/contract/verification';
import { lockProfile, ownProfile, refuseClosed } from '#modules/candidates';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { keepReading, readingOf } from './reading.ts';
import { getPicture } from './store.ts';
import { pictures } from './tables.ts';

/** Asks for the card in the working draft to be read; what was read, or is being read, is not read again. */
export async function readCard(ctx: Signed): Promise<CardReading> {
  await ownProfile(ctx);
  await transaction(ctx, begin);
  ctx.wake();
  return getReading(ctx);
}

async function begin(ctx: Signed): Promise<void> {
  const { row, answers } = await lockProfile(ctx, ctx.actor.id);
  const { cardPortrait } = answers;
  refuseClosed(row);
  if (!row.pictureConsentVersion) throw new Problem('photo.consentNeeded');
  if (typeof cardPortrait !== 'string') throw new Problem('card.needed');
  const { state, whole } = await readingOf(ctx, answers);
  if (state === 'reading' || (state === 'ready' && whole)) return;
  if (await ctx.verifiers.down()) throw new Problem('photo.unavailable', '暂时不能识读身份证，请自己填写。');
  const job = randomUUID();
  await ctx.db
    .update(pictures)
    .set({ readingState: 'reading', readingJob: job })
    .where(eq(pictures.id, cardPortrait));
  await ctx.jobs.enqueue(ctx.db, 'readCard', job, { candidate: row.id, picture: cardPortrait });
}

export async function getReading(ctx: Signed): Promise<CardReading> {
  const { answers } = await ownProfile(ctx);
  return readingOf(ctx, answers);
}

/** The job behind it. Nothing is left to do when the picture was replaced since, or was read before. */
export async function readCardJob(ctx: Signed, job: string, picture: string): Promise<void> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, picture));
  if (row?.readingJob !== job) return;
  const { answers } = await ownProfile(ctx);
  const emblem = typeof answers.cardEmblem === 'string' ? answers.cardEmblem : undefined;
  const text = await ctx.verifier
    .readCard({
      cardPortrait: await ctx.files.get(row.file),
      ...(emblem && { cardEmblem: await ctx.files.get((await getPicture(ctx, emblem)).file) }),
    })
    .catch(unlessUnavailable);
  await keepReading(ctx, picture, text, emblem, job);
}

/** No answer is like nothing legible: it helps nobody to wait for it. */
function unlessUnavailable(error: unknown): CardText {
  if (error instanceof Problem && error.code === 'photo.unavailable') return {};
  throw error;
}
