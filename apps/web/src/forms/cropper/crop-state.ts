import { type Corner, dragCorner, middleFrame, moveFrame } from './frame.ts';
import {
  type Box,
  boundsOf,
  centreOf,
  clamp,
  fit,
  type Point,
  type Region,
  regionOf,
  rotate,
  type Size,
  toPicture,
  toStage,
  type View,
} from './geometry.ts';

/** Everything a person can change, in stage pixels. */
export type Crop = { stage: Size; view: View; frame: Box };

export type Rules = {
  picture: Size;
  /** Width : height, where the shape of the frame is fixed. */
  aspect?: number;
  /** The shape it starts with. */
  startAspect: number;
};

/** What the arrow keys and arrow buttons act on. */
export type Target = 'picture' | 'frame' | Corner;

export const zoomLimits = { min: 0.2, max: 8 };
const inset = 12;

/**
 * The whole picture in view, the largest frame on it. Where the shape is fixed the frame may hold all of the picture:
 * one that has just the pixels asked for must not lose any.
 */
export function startCrop(rules: Rules, stage: Size, rotation = 0): Crop {
  const bounds = boundsOf(rules.picture, rotation);
  const room = { width: stage.width - 2 * inset, height: stage.height - 2 * inset };
  const scale = fit(bounds, rules.aspect ? room : stage);
  const area = {
    width: Math.min(bounds.width * scale, room.width),
    height: Math.min(bounds.height * scale, room.height),
  };
  return {
    stage,
    view: { crop: { x: 0, y: 0 }, zoom: scale / fit(rules.picture, stage), rotation },
    frame: middleFrame(area, stage, rules.aspect ?? rules.startAspect),
  };
}

/** A region of the picture, upright, as large as there is room for. */
export function showRegion(rules: Rules, stage: Size, region: Region): Crop {
  const room = { width: stage.width - 2 * inset, height: stage.height - 2 * inset };
  const unzoomed = fit(rules.picture, stage);
  const zoom = clamp(fit(region, room) / unzoomed, zoomLimits.min, zoomLimits.max);
  const scale = zoom * unzoomed;
  const area = { width: region.width * scale, height: region.height * scale };
  const crop = {
    x: (rules.picture.width / 2 - region.centre.x) * scale,
    y: (rules.picture.height / 2 - region.centre.y) * scale,
  };
  const frame = middleFrame(area, stage, rules.aspect ?? region.width / region.height);
  return { stage, view: { crop, zoom, rotation: 0 }, frame };
}

/** Whether nobody has touched it yet. */
export function isUntouched(crop: Crop, rules: Rules): boolean {
  const { view, frame } = startCrop(rules, crop.stage);
  const close = (one: number, other: number) => Math.abs(one - other) < 0.5;
  return (
    close(crop.view.rotation, view.rotation) &&
    close(crop.view.zoom * 100, view.zoom * 100) &&
    close(crop.view.crop.x, view.crop.x) &&
    close(crop.view.crop.y, view.crop.y) &&
    close(crop.frame.left, frame.left) &&
    close(crop.frame.width, frame.width)
  );
}

/** A turned phone or a resized window shows the same region as before. */
export function resizeStage(crop: Crop, rules: Rules, stage: Size): Crop {
  const grow = fit(rules.picture, stage) / fit(rules.picture, crop.stage);
  const centre = centreOf(crop.frame);
  const room = Math.min(
    1,
    stage.width / (crop.frame.width * grow),
    stage.height / (crop.frame.height * grow),
  );
  const [width, height] = [crop.frame.width * grow * room, crop.frame.height * grow * room];
  const frame = {
    left: (centre.x - crop.stage.width / 2) * grow + stage.width / 2 - width / 2,
    top: (centre.y - crop.stage.height / 2) * grow + stage.height / 2 - height / 2,
    width,
    height,
  };
  const view = { ...crop.view, crop: { x: crop.view.crop.x * grow, y: crop.view.crop.y * grow } };
  return setView({ stage, view, frame: moveFrame(frame, { x: 0, y: 0 }, stage) }, rules, {});
}

/** A gesture's new view. The picture always stays under the middle of the frame, so no result is empty. */
export function setView(crop: Crop, rules: Rules, change: Partial<View>): Crop {
  const view = { ...crop.view, ...change };
  const middle = centreOf(crop.frame);
  const wanted = toPicture(middle, view, rules.picture, crop.stage);
  const held = hold(wanted, rules.picture);
  const at = toStage(held, view, rules.picture, crop.stage);
  const kept = { x: view.crop.x + middle.x - at.x, y: view.crop.y + middle.y - at.y };
  return { ...crop, view: { ...view, crop: kept } };
}

/** Arrow keys, arrow buttons and drags of the frame and its corners. */
export function nudge(crop: Crop, rules: Rules, target: Target, by: Point): Crop {
  if (target === 'picture') {
    const { x, y } = crop.view.crop;
    return setView(crop, rules, { crop: { x: x + by.x, y: y + by.y } });
  }
  if (target === 'frame') return { ...crop, frame: holdFrame(crop, rules, by) };
  const frame = dragCorner(crop.frame, target, by, crop.stage, rules.aspect);
  const { centre } = regionOf(frame, crop.view, rules.picture, crop.stage);
  const held = hold(centre, rules.picture);
  return held.x === centre.x && held.y === centre.y ? { ...crop, frame } : crop;
}

function holdFrame(crop: Crop, rules: Rules, by: Point): Box {
  const moved = moveFrame(crop.frame, by, crop.stage);
  const { centre } = regionOf(moved, crop.view, rules.picture, crop.stage);
  const at = toStage(hold(centre, rules.picture), crop.view, rules.picture, crop.stage);
  const middle = centreOf(moved);
  return moveFrame(moved, { x: at.x - middle.x, y: at.y - middle.y }, crop.stage);
}

function hold({ x, y }: Point, { width, height }: Size): Point {
  return { x: clamp(x, 0, width), y: clamp(y, 0, height) };
}

/** Zooms and turns by buttons and slider keep the spot under the middle of the frame. */
export function zoomBy(crop: Crop, rules: Rules, factor: number): Crop {
  const zoom = clamp(crop.view.zoom * factor, zoomLimits.min, zoomLimits.max);
  const { x, y } = aroundFrame(crop, (point) => ({
    x: (point.x * zoom) / crop.view.zoom,
    y: (point.y * zoom) / crop.view.zoom,
  }));
  return setView(crop, rules, { zoom, crop: { x, y } });
}

export function rotateTo(crop: Crop, rules: Rules, rotation: number): Crop {
  const moved = aroundFrame(crop, (point) => rotate(point, rotation - crop.view.rotation));
  return setView(crop, rules, { rotation, crop: moved });
}

function aroundFrame(crop: Crop, change: (point: Point) => Point): Point {
  const middle = centreOf(crop.frame);
  const pivot = { x: middle.x - crop.stage.width / 2, y: middle.y - crop.stage.height / 2 };
  const moved = change({ x: crop.view.crop.x - pivot.x, y: crop.view.crop.y - pivot.y });
  return { x: moved.x + pivot.x, y: moved.y + pivot.y };
}

/** A quarter turn starts afresh: what lay inside the frame has another shape now. */
export function turn(crop: Crop, rules: Rules, quarters: 1 | -1): Crop {
  const { quarter } = splitRotation(crop.view.rotation);
  return startCrop(rules, crop.stage, quarter + quarters * 90);
}

/** The nearest quarter turn and what remains of it, within ±45 degrees. */
export function splitRotation(rotation: number): { quarter: number; fine: number } {
  const quarter = Math.round(rotation / 90) * 90;
  return { quarter, fine: rotation - quarter };
}
