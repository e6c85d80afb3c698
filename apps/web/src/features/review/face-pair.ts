import type { Box } from '@zikao/contract/verification';

interface Size {
  width: number;
  height: number;
}

/** How much of the frame's height a face takes: room for hair and shoulders around it. */
const FACE_SHARE = 0.52;

/**
 * The part of a picture, in its pixels, that shows its face as large as every other face shown in the same frame.
 * It may reach beyond the picture. `face` in shares of the picture. Both sides of the face count, as a hairline is a guess.
 */
export function faceCut(face: Box, picture: Size, frame: Size): Box {
  const width = face.width * picture.width;
  const height = face.height * picture.height;
  const size = Math.sqrt(width * height);
  // As measured on adults: the box of a face is about 1.3 times as high as wide.
  const cutHeight = (size * Math.sqrt(1.3)) / FACE_SHARE;
  const cutWidth = (cutHeight * frame.width) / frame.height;
  return {
    x: (face.x + face.width / 2) * picture.width - cutWidth / 2,
    y: (face.y + face.height / 2) * picture.height - cutHeight / 2,
    width: cutWidth,
    height: cutHeight,
  };
}
