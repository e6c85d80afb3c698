import { useEffect, useRef } from 'react';
import type { Box } from '@zikao/contract/verification';
import { faceCut } from './face-pair.ts';

interface Props {
  /** Absent until it has come. */
  image: HTMLImageElement | undefined;
  /** In shares of the picture. */
  face: Box;
  /** In CSS pixels. */
  frame: { width: number; height: number };
  label: string;
}

/** The face of a picture that is on the page already; nothing is asked for again. */
export function FaceCut({ image, face, frame, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = frame;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !image) return;
    const picture = { width: image.naturalWidth, height: image.naturalHeight };
    const density = Math.min(3, Math.max(1, window.devicePixelRatio));
    context.canvas.width = Math.round(width * density);
    context.canvas.height = Math.round(height * density);
    const cut = faceCut(face, picture, { width, height });
    context.imageSmoothingQuality = 'high';
    // What lies beyond the picture stays empty.
    context.drawImage(
      image,
      cut.x,
      cut.y,
      cut.width,
      cut.height,
      0,
      0,
      context.canvas.width,
      context.canvas.height,
    );
  }, [image, face, width, height]);

  return (
    <canvas
      ref={canvas}
      className="faces__canvas"
      role="img"
      aria-label={label}
      style={{ width, aspectRatio: width / height }}
    />
  );
}
