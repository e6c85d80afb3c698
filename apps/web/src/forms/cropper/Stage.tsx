import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import EasyCrop from 'react-easy-crop';
import {
  type Crop,
  nudge,
  resizeStage,
  type Rules,
  setView,
  startCrop,
  type Target,
  zoomLimits,
} from './crop-state.ts';
import { Frame } from './Frame.tsx';
import { fit, type Point } from './geometry.ts';
import type { Picture } from './open-picture.ts';

type Props = {
  picture: Picture;
  rules: Rules;
  crop: Crop | undefined;
  onChange: (change: (crop: Crop | undefined) => Crop | undefined) => void;
  onTarget: (target: Target) => void;
  overlay?: 'portrait';
};

// react-easy-crop is used for its gestures; its own crop area is hidden and never changes (docs/decisions/cropper.md).
const noArea = { width: 1, height: 1 };

/** The picture and the blue frame over it. A drag inside a free frame moves the frame, any other the picture. */
export function Stage({ picture, rules, crop, onChange, onTarget, overlay }: Props) {
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<{ from: Point; start: Crop } | undefined>(undefined);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (!width || !height) return;
      const size = { width, height };
      onChange((now) => (now ? resizeStage(now, rules, size) : startCrop(rules, size)));
    });
    observer.observe(stage.current!);
    return () => observer.disconnect();
  }, [rules, onChange]);

  const update = (change: (crop: Crop) => Crop) => onChange((now) => now && change(now));

  function inside(point: { clientX: number; clientY: number }) {
    const box = stage.current!.getBoundingClientRect();
    const [x, y] = [point.clientX - box.left, point.clientY - box.top];
    const { left, top, width, height } = crop!.frame;
    return x >= left && x <= left + width && y >= top && y <= top + height;
  }

  function down(event: PointerEvent<HTMLDivElement>) {
    drag.current = undefined;
    const onCorner = event.target instanceof HTMLButtonElement;
    if (rules.aspect || onCorner || !event.isPrimary || event.button !== 0 || !crop || !inside(event)) return;
    drag.current = { from: { x: event.clientX, y: event.clientY }, start: crop };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function move(event: PointerEvent) {
    const { from, start } = drag.current ?? {};
    if (!from || !start || !event.isPrimary) return;
    const by = { x: event.clientX - from.x, y: event.clientY - from.y };
    update((now) => ({ ...now, frame: nudge({ ...now, frame: start.frame }, rules, 'frame', by).frame }));
  }

  // While the frame is dragged the picture neither pans nor starts the browser's own picture dragging.
  function holdBack(event: MouseEvent) {
    if (!drag.current) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const scale = crop ? fit(picture, crop.stage) : 0;
  return (
    <div
      ref={stage}
      className="crop-stage"
      onPointerDownCapture={down}
      onPointerMove={move}
      onPointerUp={() => (drag.current = undefined)}
      onPointerCancel={() => (drag.current = undefined)}
      onMouseDownCapture={holdBack}
    >
      {crop && (
        <>
          <EasyCrop
            image={picture.url}
            crop={crop.view.crop}
            zoom={crop.view.zoom}
            rotation={crop.view.rotation}
            minZoom={zoomLimits.min}
            maxZoom={zoomLimits.max}
            zoomSpeed={0.5}
            cropSize={noArea}
            restrictPosition={false}
            showGrid={false}
            disableAutomaticStylesInjection
            classes={{ mediaClassName: 'crop-stage__media', cropAreaClassName: 'crop-stage__area' }}
            style={{ mediaStyle: { width: picture.width * scale, height: picture.height * scale } }}
            onTouchRequest={(event) => event.touches.length > 1 || !drag.current}
            onCropChange={(value) => update((now) => setView(now, rules, { crop: value }))}
            onZoomChange={(value) => update((now) => setView(now, rules, { zoom: value }))}
            onRotationChange={(value) => update((now) => setView(now, rules, { rotation: value }))}
          />
          <Frame
            frame={crop.frame}
            overlay={overlay}
            onTarget={onTarget}
            onMove={(target, by, from) =>
              update((now) => nudge(from ? { ...now, frame: from } : now, rules, target, by))
            }
          />
        </>
      )}
    </div>
  );
}
