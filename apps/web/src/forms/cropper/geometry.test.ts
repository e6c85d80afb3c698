import { describe, expect, it } from 'vitest';
import { boundsOf, outputOf, regionOf, toPicture, toStage, type View } from './geometry.ts';

const picture = { width: 4000, height: 3000 };
const stage = { width: 800, height: 600 };
const plain: View = { crop: { x: 0, y: 0 }, zoom: 1, rotation: 0 };
const frame = { left: 200, top: 150, width: 400, height: 300 };

describe('from the stage to the picture', () => {
  it('maps a frame in the middle of an untouched view to the middle of the picture', () => {
    const region = regionOf(frame, plain, picture, stage);
    expect(region).toEqual({ centre: { x: 2000, y: 1500 }, width: 2000, height: 1500, rotation: 0 });
  });

  it('shows a smaller part when the picture is zoomed in, and the other side when it is pushed', () => {
    const region = regionOf(frame, { ...plain, zoom: 2, crop: { x: 100, y: 0 } }, picture, stage);
    expect(region).toMatchObject({ centre: { x: 1750, y: 1500 }, width: 1000, height: 750 });
  });

  it('follows a quarter turn: right on the stage is up in the picture', () => {
    const at = toPicture({ x: 500, y: 300 }, { ...plain, rotation: 90 }, picture, stage);
    expect(at.x).toBeCloseTo(2000);
    expect(at.y).toBeCloseTo(1000);
  });

  it('goes there and back under any view', () => {
    const view = { crop: { x: -37, y: 81 }, zoom: 1.7, rotation: 33 };
    const there = toPicture({ x: 123, y: 456 }, view, picture, stage);
    const back = toStage(there, view, picture, stage);
    expect(back.x).toBeCloseTo(123);
    expect(back.y).toBeCloseTo(456);
  });

  it('knows the room a turned picture needs', () => {
    const bounds = boundsOf(picture, 90);
    expect(bounds.width).toBeCloseTo(3000);
    expect(bounds.height).toBeCloseTo(4000);
  });
});

describe('the pixels of the result', () => {
  it('never makes more pixels than there are', () => {
    expect(outputOf({ width: 856.4, height: 540.2 }, 1600)).toEqual({ width: 856, height: 540 });
  });

  it('caps the longest side and keeps the shape', () => {
    expect(outputOf({ width: 3200, height: 2000 }, 1600)).toEqual({ width: 1600, height: 1000 });
    expect(outputOf({ width: 1500, height: 6000 }, 1600)).toEqual({ width: 400, height: 1600 });
  });
});
