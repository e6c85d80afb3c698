import { type RefObject, useEffect, useState } from 'react';
import type { Crop } from './crop-state.ts';
import type { CropperProps } from './Cropper.tsx';

/** The frame is looked at when it has not moved for so many milliseconds. */
const REST = 400;

/** What `advise` says of what the frame shows now. */
export function useAdvice(
  advise: CropperProps['advise'],
  canvas: RefObject<HTMLCanvasElement | null>,
  crop: Crop | undefined,
): string | undefined {
  const [advice, setAdvice] = useState<string>();

  useEffect(() => {
    if (!advise || !crop) return;
    let left = false;
    const rest = setTimeout(async () => {
      const said = canvas.current ? await advise(canvas.current) : undefined;
      if (!left) setAdvice(said);
    }, REST);
    return () => {
      left = true;
      clearTimeout(rest);
    };
  }, [advise, canvas, crop]);

  return advice;
}
