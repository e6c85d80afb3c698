export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type Box = { left: number; top: number; width: number; height: number };

/** How the picture lies on the stage: its centre's offset from the stage's centre, its size, its turn. */
export type View = {
  /** Stage pixels. */
  crop: Point;
  /** 1 = the whole unturned picture just fits the stage. */
  zoom: number;
  /** Degrees, clockwise. */
  rotation: number;
};

/** What the frame shows, in the picture's own pixels; `rotation` is how far the picture is turned under it. */
export type Region = Size & { centre: Point; rotation: number };

export const clamp = (value: number, low: number, high: number) =>
  Math.min(Math.max(value, low), Math.max(low, high));

export function rotate({ x, y }: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

/** The size of the upright box around a turned picture. */
export function boundsOf({ width, height }: Size, degrees: number): Size {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  return { width: width * cos + height * sin, height: width * sin + height * cos };
}

/** The factor by which `inner` just fits into `outer`. */
export function fit(inner: Size, outer: Size): number {
  return Math.min(outer.width / inner.width, outer.height / inner.height);
}

export const centreOf = (box: Box): Point => ({
  x: box.left + box.width / 2,
  y: box.top + box.height / 2,
});

/** Where a point of the stage (origin: top left) lies in the picture (origin: top left, own pixels). */
export function toPicture(point: Point, view: View, picture: Size, stage: Size): Point {
  const scale = fit(picture, stage) * view.zoom;
  const fromCentre = {
    x: point.x - stage.width / 2 - view.crop.x,
    y: point.y - stage.height / 2 - view.crop.y,
  };
  const back = rotate(fromCentre, -view.rotation);
  return { x: back.x / scale + picture.width / 2, y: back.y / scale + picture.height / 2 };
}

/** The other way round. */
export function toStage(point: Point, view: View, picture: Size, stage: Size): Point {
  const scale = fit(picture, stage) * view.zoom;
  const turned = rotate(
    { x: (point.x - picture.width / 2) * scale, y: (point.y - picture.height / 2) * scale },
    view.rotation,
  );
  return { x: turned.x + stage.width / 2 + view.crop.x, y: turned.y + stage.height / 2 + view.crop.y };
}

export function regionOf(frame: Box, view: View, picture: Size, stage: Size): Region {
  const scale = fit(picture, stage) * view.zoom;
  return {
    centre: toPicture(centreOf(frame), view, picture, stage),
    width: frame.width / scale,
    height: frame.height / scale,
    rotation: view.rotation,
  };
}

/** The pixels of the result: those of the region, at most `maxSide` long, never more than there are. */
export function outputOf(region: Size, maxSide: number): Size {
  const scale = Math.min(1, maxSide / Math.max(region.width, region.height));
  return {
    width: Math.max(1, Math.round(region.width * scale)),
    height: Math.max(1, Math.round(region.height * scale)),
  };
}
