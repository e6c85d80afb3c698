import { describe, expect, it } from 'vitest';
import { faceCut } from './face-pair.ts';

const FRAME = { width: 120, height: 156 };
/** How high and wide the face of a picture is in the frame, in the frame's pixels. */
function shownFace(face: Parameters<typeof faceCut>[0], picture: Parameters<typeof faceCut>[1]) {
  const cut = faceCut(face, picture, FRAME);
  const scale = FRAME.height / cut.height;
  return {
    width: face.width * picture.width * scale,
    height: face.height * picture.height * scale,
    middle: [
      ((face.x + face.width / 2) * picture.width - cut.x) * scale,
      ((face.y + face.height / 2) * picture.height - cut.y) * scale,
    ],
  };
}

describe('two faces side by side', () => {
  const onCard = shownFace({ x: 0.66, y: 0.2, width: 0.14, height: 0.29 }, { width: 1011, height: 638 });
  const onPhoto = shownFace({ x: 0.3, y: 0.2, width: 0.4, height: 0.39 }, { width: 480, height: 640 });

  it('are of the same size, however large the pictures and the faces in them are', () => {
    expect(onCard.height).toBeCloseTo(onPhoto.height, -0.5);
    expect(onCard.width * onCard.height).toBeCloseTo(onPhoto.width * onPhoto.height, 3);
  });

  it('are in the middle of their frames', () => {
    for (const { middle } of [onCard, onPhoto]) {
      expect(middle[0]).toBeCloseTo(60);
      expect(middle[1]).toBeCloseTo(78);
    }
  });

  it('keep the shape of the frame: nothing is stretched', () => {
    const cut = faceCut({ x: 0.3, y: 0.2, width: 0.4, height: 0.39 }, { width: 480, height: 640 }, FRAME);
    expect(cut.width / cut.height).toBeCloseTo(FRAME.width / FRAME.height);
  });

  it('may reach beyond the picture, when the face is at its edge', () => {
    const cut = faceCut({ x: 0, y: 0, width: 0.5, height: 0.5 }, { width: 480, height: 640 }, FRAME);
    expect(cut.x).toBeLessThan(0);
    expect(cut.y).toBeLessThan(0);
  });
});
