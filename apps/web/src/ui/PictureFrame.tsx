import { type PointerEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { move, transformOf, type View, zoom } from './picture-view.ts';
import './picture-frame.css';

interface Props {
  src: string;
  alt: string;
  /** Width / height. */
  aspect: number;
  view: View;
  onView: (view: View) => void;
  /** It was pointed at: the keys are its from now on. */
  onChosen: () => void;
  onLoad?: (image: HTMLImageElement) => void;
  /** Lies on the picture, moving with it. */
  children?: ReactNode;
}

/** One picture: the wheel zooms it, dragging moves it. */
export function PictureFrame({ src, alt, aspect, view, onView, onChosen, onLoad, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);

  // Not by React: its wheel listeners are passive and could not keep the page from scrolling.
  const turnWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    onChosen();
    onView(zoom(view, event.deltaY < 0 ? 1.2 : 1 / 1.2));
  });
  useEffect(() => {
    const element = frame.current;
    const wheel = (event: WheelEvent) => turnWheel(event);
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, []);

  function drag(event: PointerEvent<HTMLDivElement>) {
    if (event.buttons !== 1) return;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    onView(move(view, event.movementX / width, event.movementY / height));
  }
  return (
    <div
      ref={frame}
      className={view.zoom > 1 ? 'picture-frame picture-frame--near' : 'picture-frame'}
      style={{ aspectRatio: aspect }}
      onPointerDown={(event) => {
        onChosen();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
    >
      {failed ? (
        <p className="picture-frame__lost">图片没有加载出来，请刷新页面重试。</p>
      ) : (
        <div className="picture-frame__sheet" style={{ transform: transformOf(view, aspect) }}>
          <img
            src={src}
            alt={alt}
            draggable={false}
            onLoad={(event) => onLoad?.(event.currentTarget)}
            onError={() => setFailed(true)}
          />
          {children}
        </div>
      )}
    </div>
  );
}
