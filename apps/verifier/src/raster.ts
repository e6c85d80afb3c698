import sharp from 'sharp';
import type { Raster } from './decode.ts';

export type Cut = { left: number; top: number; width: number; height: number };

const opened = ({ data, width, height }: Raster) => sharp(data, { raw: { width, height, channels: 3 } });

/** A part of a picture, `high` pixels high, or stretched to exactly `wide` × `high`. */
export async function resized(picture: Raster, size: { wide?: number; high: number }, cut?: Cut) {
  const part = cut ? opened(picture).extract(cut) : opened(picture);
  const { data, info } = await part
    .resize({ ...(size.wide && { width: size.wide }), height: size.high, fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 } satisfies Raster;
}

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

export async function turned(picture: Raster, by: Turn): Promise<Raster> {
  if (by === 0) return picture;
  const { data, info } = await opened(picture).rotate(by).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}
