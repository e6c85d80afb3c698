import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { type Crop, isUntouched, type Rules, showRegion } from './crop-state.ts';
import type { CropperProps } from './Cropper.tsx';
import type { Region } from './geometry.ts';
import type { Picture } from './open-picture.ts';

/** Lets the frame begin where `startAt` says, unless somebody was quicker; the region, to come back to. */
export function useFraming(
  picture: Picture,
  rules: Rules,
  startAt: CropperProps['startAt'],
  setCrop: Dispatch<SetStateAction<Crop | undefined>>,
): Region | undefined {
  const [found, setFound] = useState<Region>();

  useEffect(() => {
    let left = false;
    async function find() {
      const region = await startAt?.(picture);
      if (left || !region) return;
      setFound(region);
      setCrop((now) => (now && isUntouched(now, rules) ? showRegion(rules, now.stage, region) : now));
    }
    void find();
    return () => {
      left = true;
    };
  }, [picture, rules, startAt, setCrop]);

  return found;
}
