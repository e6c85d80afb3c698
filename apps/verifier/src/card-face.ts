import { marksOf, realFaces, type FoundFace } from '@zikao/contract/face-measures';
import type { Box } from '@zikao/contract/verification';
import type { Raster } from './decode.ts';
import type { FindFaces } from './faces/find.ts';
import { resized, type Turn } from './raster.ts';

/** Where the portrait is on an upright card, in shares, with some room for a crop that is not exact. */
const PORTRAIT: Box = { x: 0.56, y: 0, width: 0.44, height: 0.84 };
const HEIGHT = 640;

/** The face on a card: its mesh in the pixels of `picture`, and its place in shares of the card as it was filed. */
export type CardFace = { picture: Raster; mesh: FoundFace['mesh']; box: Box };

/** Looks where the portrait should be, then everywhere. `turn`: how the card had to be turned to stand upright. */
export async function findCardFace(
  find: FindFaces,
  upright: Raster,
  turn: Turn,
): Promise<CardFace | undefined> {
  for (const part of [PORTRAIT, { x: 0, y: 0, width: 1, height: 1 }]) {
    const left = Math.round(part.x * upright.width);
    const top = Math.round(part.y * upright.height);
    const cut = {
      left,
      top,
      width: Math.min(upright.width - left, Math.round(part.width * upright.width)),
      height: Math.min(upright.height - top, Math.round(part.height * upright.height)),
    };
    const picture = await resized(upright, { high: HEIGHT }, cut);
    const face = realFaces(await find(picture))[0];
    if (!face) continue;
    const { box } = marksOf(face.mesh, picture.width, picture.height);
    const inCard = {
      x: part.x + box.x * part.width,
      y: part.y + box.y * part.height,
      width: box.width * part.width,
      height: box.height * part.height,
    };
    return { picture, mesh: face.mesh, box: turnedBack(inCard, turn) };
  }
  return undefined;
}

/** Where a box of the upright card is in the card as it was filed. */
export function turnedBack({ x, y, width, height }: Box, turn: Turn): Box {
  if (turn === 90) return { x: y, y: 1 - x - width, width: height, height: width };
  if (turn === 180) return { x: 1 - x - width, y: 1 - y - height, width, height };
  if (turn === 270) return { x: 1 - y - height, y: x, width: height, height: width };
  return { x, y, width, height };
}
