import { describe, expect, it } from 'vitest';
import {
  type Crop,
  isUntouched,
  nudge,
  resizeStage,
  rotateTo,
  setView,
  showRegion,
  splitRotation,
  startCrop,
  turn,
  zoomBy,
} from './crop-state.ts';
import { regionOf } from './geometry.ts';

const picture = { width: 4000, height: 3000 };
const rules = { picture, startAspect: 85.6 / 54 };
const stage = { width: 800, height: 600 };
const regionFor = (crop: Crop) => regionOf(crop.frame, crop.view, picture, crop.stage);

describe('what can never happen', () => {
  it('the picture is not pushed away from under the frame', () => {
    const { centre } = regionFor(setView(startCrop(rules, stage), rules, { crop: { x: 9999, y: 0 } }));
    expect(centre.x).toBeCloseTo(0);
    expect(centre.y).toBeCloseTo(1500);
  });

  it('the frame is not moved off the picture', () => {
    const small = zoomBy(startCrop(rules, stage), rules, 0.25);
    const { centre } = regionFor(nudge(small, rules, 'frame', { x: 9999, y: 9999 }));
    expect(centre.x).toBeLessThanOrEqual(4000.001);
    expect(centre.y).toBeLessThanOrEqual(3000.001);
  });

  it('zooming has its limits', () => {
    const near = zoomBy(startCrop(rules, stage), rules, 1000);
    expect(near.view.zoom).toBe(8);
    expect(zoomBy(near, rules, 0.00001).view.zoom).toBe(0.2);
  });
});

describe('the start', () => {
  it('shows the whole picture and the largest card-shaped frame on it', () => {
    const { frame, view } = startCrop(rules, stage);
    expect(view.zoom).toBe(1);
    expect(frame.width).toBe(776);
    expect(frame.width / frame.height).toBeCloseTo(85.6 / 54);
  });

  it('keeps every pixel of a picture that has the shape asked for', () => {
    const exact = { width: 480, height: 640 };
    const crop = startCrop({ picture: exact, aspect: 3 / 4, startAspect: 3 / 4 }, stage);
    expect(regionOf(crop.frame, crop.view, exact, stage)).toMatchObject({
      width: expect.closeTo(480),
      height: expect.closeTo(640),
    });
  });

  it('fits a picture that was turned on its side', () => {
    const { view, frame } = turn(startCrop(rules, stage), rules, 1);
    expect(view.rotation).toBe(90);
    expect(view.zoom).toBeCloseTo(0.75);
    expect(frame.width).toBeLessThanOrEqual(450.001);
  });
});

describe('a region that was found', () => {
  const portrait = { ...rules, aspect: 3 / 4 };

  it('is what the frame shows, as large as the stage allows', () => {
    for (const region of [
      { width: 600, height: 800, centre: { x: 1000, y: 700 }, rotation: 0 },
      { width: 2250, height: 3000, centre: { x: 1125, y: 1500 }, rotation: 0 },
      { width: 30, height: 40, centre: { x: 3900, y: 100 }, rotation: 0 }, // beyond the largest zoom
    ]) {
      const crop = showRegion(portrait, stage, region);
      const shown = regionFor(crop);
      expect(shown.width).toBeCloseTo(region.width);
      expect(shown.height).toBeCloseTo(region.height);
      expect(shown.centre.x).toBeCloseTo(region.centre.x);
      expect(shown.centre.y).toBeCloseTo(region.centre.y);
      expect(crop.frame.height).toBeLessThanOrEqual(stage.height);
    }
  });

  it('waits for nobody: a crop that was touched is told from one that was not', () => {
    const start = startCrop(portrait, stage);
    expect(isUntouched(start, portrait)).toBe(true);
    expect(isUntouched(resizeStage(start, portrait, stage), portrait)).toBe(true);
    for (const touched of [
      zoomBy(start, portrait, 1.15),
      rotateTo(start, portrait, 2),
      nudge(start, portrait, 'picture', { x: 4, y: 0 }),
      nudge(start, portrait, 'se', { x: -20, y: 0 }),
    ])
      expect(isUntouched(touched, portrait)).toBe(false);
  });
});

describe('buttons and keys', () => {
  const start = setView(startCrop({ ...rules, aspect: 3 / 4 }, stage), rules, { crop: { x: 60, y: -20 } });

  it('zoom and turn keep the spot in the middle of the frame', () => {
    const moved = nudge(start, rules, 'frame', { x: 90, y: 0 });
    const before = regionFor(moved).centre;
    for (const after of [zoomBy(moved, rules, 1.5), rotateTo(moved, rules, 12)]) {
      expect(regionFor(after).centre.x).toBeCloseTo(before.x);
      expect(regionFor(after).centre.y).toBeCloseTo(before.y);
    }
  });

  it('move the picture, the frame or one corner', () => {
    const by = { x: 8, y: 0 };
    expect(nudge(start, rules, 'picture', by).view.crop.x).toBeCloseTo(68);
    expect(nudge(start, rules, 'frame', by).frame.left).toBeCloseTo(start.frame.left + 8);
    expect(nudge(start, rules, 'nw', by).frame.width).toBeCloseTo(start.frame.width - 8);
  });
});

describe('a stage that changes its size', () => {
  it('keeps the region', () => {
    const crop = nudge(zoomBy(startCrop(rules, stage), rules, 1.3), rules, 'nw', { x: 200, y: 150 });
    const before = regionFor(crop);
    const after = regionFor(resizeStage(crop, rules, { width: 400, height: 300 }));
    expect(after.width).toBeCloseTo(before.width);
    expect(after.centre.x).toBeCloseTo(before.centre.x);
    expect(after.centre.y).toBeCloseTo(before.centre.y);
  });
});

describe('an angle', () => {
  it('is quarter turns and a rest', () => {
    expect(splitRotation(93.5)).toEqual({ quarter: 90, fine: 3.5 });
    expect(splitRotation(-44)).toMatchObject({ fine: -44 });
    expect(splitRotation(350)).toEqual({ quarter: 360, fine: -10 });
  });
});
