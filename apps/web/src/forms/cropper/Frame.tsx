import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Target } from './crop-state.ts';
import type { Corner } from './frame.ts';
import type { Box, Point } from './geometry.ts';

type Props = {
  frame: Box;
  overlay?: 'portrait';
  /** Moves the frame or a corner; a drag counts from the frame it began with. */
  onMove: (target: Target, by: Point, from?: Box) => void;
  onTarget: (target: Target) => void;
};

export const corners: Record<Corner, string> = { nw: '左上角', ne: '右上角', sw: '左下角', se: '右下角' };

/** The blue frame. Every part of it can be focused and moved with the arrow keys, faster with Shift. */
export function Frame({ frame, overlay, onMove, onTarget }: Props) {
  const drag = useRef<{ from: Point; frame: Box } | undefined>(undefined);

  function down(event: PointerEvent<HTMLButtonElement>) {
    if (!event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: { x: event.clientX, y: event.clientY }, frame };
  }
  function move(event: PointerEvent, corner: Corner) {
    if (!drag.current || !event.isPrimary) return;
    const { from } = drag.current;
    onMove(corner, { x: event.clientX - from.x, y: event.clientY - from.y }, drag.current.frame);
  }
  function key(event: KeyboardEvent, target: Target) {
    const by = arrow(event.key, event.shiftKey ? 20 : 2);
    if (!by) return;
    event.preventDefault();
    onMove(target, by);
  }

  return (
    <div className="crop-frame" style={frame}>
      {overlay === 'portrait' && <Oval />}
      <button
        type="button"
        className="crop-frame__grip"
        aria-label="蓝色相框，用方向键移动"
        onKeyDown={(event) => key(event, 'frame')}
        onFocus={() => onTarget('frame')}
      />
      {(Object.keys(corners) as Corner[]).map((corner) => (
        <button
          key={corner}
          type="button"
          className={`crop-frame__corner crop-frame__corner--${corner}`}
          aria-label={`相框${corners[corner]}，用方向键改变大小`}
          onKeyDown={(event) => key(event, corner)}
          onFocus={() => onTarget(corner)}
          onPointerDown={down}
          onPointerMove={(event) => move(event, corner)}
          onPointerUp={() => (drag.current = undefined)}
          onPointerCancel={() => (drag.current = undefined)}
        />
      ))}
    </div>
  );
}

/** The movement of an arrow key; undefined for any other key. */
export function arrow(key: string, step: number): Point | undefined {
  const moves: Record<string, Point> = {
    ArrowLeft: { x: -step, y: 0 },
    ArrowRight: { x: step, y: 0 },
    ArrowUp: { x: 0, y: -step },
    ArrowDown: { x: 0, y: step },
  };
  return moves[key];
}

/** Where head and chin belong in a 3:4 portrait. */
function Oval() {
  return (
    <svg className="crop-frame__oval" viewBox="0 0 480 640" preserveAspectRatio="none" aria-hidden="true">
      <ellipse cx="240" cy="262" rx="128" ry="164" />
    </svg>
  );
}
