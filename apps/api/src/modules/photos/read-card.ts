import type { CardReading } from '@zikao/contract/photos';
import { ownProfile, refuseClosed } from '#modules/candidates';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';

/** Asks for the card in the working draft to be read. */
export async function readCard(ctx: Signed): Promise<CardReading> {
  const { row, answers } = await ownProfile(ctx);
  refuseClosed(row);
  if (!row.pictureConsentVersion) throw new Problem('photo.consentNeeded');
  if (typeof answers.cardPortrait !== 'string') throw new Problem('card.needed');
  throw new Problem('photo.unavailable', '暂时不能识读身份证，请自己填写。');
}

/** What was read so far. */
export async function getReading(_ctx: Signed): Promise<CardReading> {
  return { state: 'none' };
}
