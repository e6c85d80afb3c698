import { type Box, clamp, type Point, type Size } from './geometry.ts';

export type Corner = 'nw' | 'ne' | 'sw' | 'se';

/** Small enough for any detail, large enough that the four corners stay apart under a finger. */
export const smallestFrame = 96;

/** The frame as a whole, kept on the stage. */
export function moveFrame(frame: Box, by: Point, stage: Size): Box {
  return {
    ...frame,
    left: clamp(frame.left + by.x, 0, stage.width - frame.width),
    top: clamp(frame.top + by.y, 0, stage.height - frame.height),
  };
}

/** One corner dragged, the opposite one stays. With `aspect` (width : height) the shape stays as well. */
export function dragCorner(frame: Box, corner: Corner, by: Point, stage: Size, aspect?: number): Box {
  const west = corner.endsWith('w');
  const north = corner.startsWith('n');
  const grow = { x: west ? -by.x : by.x, y: north ? -by.y : by.y };
  const room = {
    width: west ? frame.left + frame.width : stage.width - frame.left,
    height: north ? frame.top + frame.height : stage.height - frame.top,
  };
  const { width, height } = aspect
    ? growLocked(frame, grow, room, aspect)
    : {
        width: clamp(frame.width + grow.x, smallestFrame, room.width),
        height: clamp(frame.height + grow.y, smallestFrame, room.height),
      };
  return {
    left: west ? frame.left + frame.width - width : frame.left,
    top: north ? frame.top + frame.height - height : frame.top,
    width,
    height,
  };
}

function growLocked(frame: Box, grow: Point, room: Size, aspect: number): Size {
  const byHeight = grow.y * aspect;
  const change = Math.abs(grow.x) >= Math.abs(byHeight) ? grow.x : byHeight;
  const smallest = smallestFrame * Math.max(1, aspect);
  const width = clamp(frame.width + change, smallest, Math.min(room.width, room.height * aspect));
  return { width, height: width / aspect };
}

/** The largest frame of a shape in the middle of an area of the stage. */
export function middleFrame(area: Size, stage: Size, aspect: number): Box {
  const width = Math.min(area.width, area.height * aspect);
  const height = width / aspect;
  return { left: (stage.width - width) / 2, top: (stage.height - height) / 2, width, height };
}
