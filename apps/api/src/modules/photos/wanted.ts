import type { PictureKind } from '@zikao/contract/forms/fields';
import type { Normalise } from '#platform/images';

/** A card on about 350 dots per inch; below 600 the small print cannot be read. */
const CARD: Normalise = {
  format: 'jpeg',
  quality: 88,
  maxWidth: 1600,
  maxHeight: 1600,
  minWidth: 600,
  minHeight: 370,
};
/** Kept larger than the standard's copy; what falls short of the standard is said by 提交验证, with a sentence. */
const PHOTO: Normalise = {
  format: 'jpeg',
  quality: 90,
  maxWidth: 1200,
  maxHeight: 1600,
  minWidth: 120,
  minHeight: 160,
};

/** How an uploaded picture of that kind is stored, and what is too small to be one. */
export const WANTED: Record<PictureKind, Normalise> = { cardPortrait: CARD, cardEmblem: CARD, photo: PHOTO };
