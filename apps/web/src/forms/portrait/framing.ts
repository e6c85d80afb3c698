import type { FaceMarks } from '@zikao/contract/verification';

type Size = { width: number; height: number };

/** A rectangle of a picture in its own pixels; the same shape as the cropper's region. */
export type Framing = Size & { centre: { x: number; y: number }; rotation: number };

// Shares of the frame: in the middle of what the standards ask for.
const FACE_WIDTH = 0.43;
const HEAD_HEIGHT = 0.58;
const EYE_LINE = 0.39;

/**
 * The frame a portrait is cut to: face of the right size, eyes at the right height, centred; inside the picture, and
 * not below `min` where the picture allows it.
 */
export function frameAround(face: FaceMarks, picture: Size, aspect: number, min: Size): Framing {
  const { box, eyes, crown, chin } = face;
  const wanted = Math.max(
    (box.width * picture.width) / FACE_WIDTH,
    (((chin - crown) * picture.height) / HEAD_HEIGHT) * aspect,
    min.width,
    min.height * aspect,
  );
  const width = Math.min(wanted, picture.width, picture.height * aspect);
  const height = width / aspect;
  const left = (box.x + box.width / 2) * picture.width - width / 2;
  const top = ((eyes[0].y + eyes[1].y) / 2) * picture.height - EYE_LINE * height;
  const within = (at: number, room: number) => Math.min(Math.max(at, 0), room);
  return {
    width,
    height,
    centre: {
      x: within(left, picture.width - width) + width / 2,
      y: within(top, picture.height - height) + height / 2,
    },
    rotation: 0,
  };
}

/** The largest part of a picture with an aspect, in its middle: what the camera's view shows. */
export function middleOf({ width, height }: Size, aspect: number) {
  const wide = Math.min(width, height * aspect);
  return { left: (width - wide) / 2, top: (height - wide / aspect) / 2, width: wide, height: wide / aspect };
}
