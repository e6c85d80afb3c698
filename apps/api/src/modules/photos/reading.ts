import { and, eq, not } from 'drizzle-orm';
import type { Answers } from '@zikao/contract/forms/fields';
import type { CardReading } from '@zikao/contract/photos';
import type { CardText } from '@zikao/contract/verification';
import type { Ctx } from '#platform/context';
import { decryptText, encrypt } from '#platform/crypto';
import type { Db } from '#platform/database';
import { jobLives } from '#platform/jobs';
import { pictures } from './tables.ts';

const AAD = 'pictures.reading';

/** What was read on a card: of the portrait side it is kept with, and of the emblem side that was there then. */
interface Reading {
  text: CardText;
  emblem?: string;
}

export interface Read extends CardReading {
  /** Both sides of the draft were there when it was read. */
  whole: boolean;
}

/** What is known of the card the draft shows. What was read on an emblem side that was replaced since is left out. */
export async function readingOf(ctx: Ctx, answers: Answers): Promise<Read> {
  const { cardPortrait, cardEmblem } = answers;
  const none: Read = { state: 'none', whole: false };
  if (typeof cardPortrait !== 'string') return none;
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, cardPortrait));
  if (row?.readingState !== 'ready' || !row.reading)
    return row?.readingState ? { ...none, state: row.readingState } : none;
  const { text, emblem } = openReading(ctx, row.reading);
  if (emblem === cardEmblem) return { state: 'ready', whole: true, text };
  const { authority: _, validFrom: __, validUntil: ___, ...portrait } = text;
  return { state: 'ready', whole: cardEmblem === undefined || cardEmblem === null, text: portrait };
}

/** For a submission without a verification. */
export async function knownCard(ctx: Ctx, answers: Answers): Promise<{ card?: CardText }> {
  const { text } = await readingOf(ctx, answers);
  return text ? { card: text } : {};
}

/** Keeps what was read with the picture of the portrait side, sealed; it goes when the picture goes. */
export async function keepReading(
  ctx: Ctx,
  portrait: string,
  text: CardText,
  emblem?: string,
  job?: string,
): Promise<void> {
  const reading: Reading = { text, ...(emblem && { emblem }) };
  const legible = Object.values(text).some((value) => value !== undefined);
  await ctx.db
    .update(pictures)
    .set(
      legible
        ? {
            readingState: 'ready',
            reading: encrypt(ctx.keys, AAD, JSON.stringify(reading)),
            readingJob: null,
          }
        : { readingState: 'unreadable', reading: null, readingJob: null },
    )
    .where(and(eq(pictures.id, portrait), job ? eq(pictures.readingJob, job) : undefined));
}

export const openReading = (ctx: Pick<Ctx, 'keys'>, sealed: Buffer): Reading =>
  JSON.parse(decryptText(ctx.keys, AAD, sealed)) as Reading;

/** Readings no job does any more: the candidate types instead. */
export async function giveUpReadings({ db }: { db: Db }): Promise<void> {
  await db
    .update(pictures)
    .set({ readingState: 'unreadable', readingJob: null })
    .where(and(eq(pictures.readingState, 'reading'), not(jobLives(pictures.readingJob))));
}
