import type { PixelValues } from '@zikao/contract/pixel-measures';

/**
 * How a picture is to be stored: at most `maxWidth` × `maxHeight`, or exactly that when `exact` (cut at the centre).
 * `minWidth`, `minHeight` refuse smaller ones. `maxBytes` lowers the quality, down to 40, to fit;
 * `minBytes` raises it as far as it goes: a very plain picture stays below all the same. `dpi` is written in.
 */
export type Normalise = {
  maxWidth: number;
  maxHeight: number;
  quality: number;
  format: 'jpeg';
  exact?: boolean;
  minWidth?: number;
  minHeight?: number;
  minBytes?: number;
  maxBytes?: number;
  dpi?: number;
};

/** A stored picture: JPEG, sRGB, upright, no metadata; `sha256` in hex. */
export type Picture = { bytes: Buffer; width: number; height: number; sha256: string };

/** What was measured: the picture as filed (upright size, bytes) and its pixels at the working size. */
export type Measured = { width: number; height: number; bytes: number; pixels: PixelValues };

/** `background`: the colour the photo profile asks for. */
export type Measure = { background: readonly [number, number, number] };

/** What the parent sends to a worker, and what the worker does with it. */
export type Task = { normalise: Normalise } | { measure: Measure };
export type Job = { bytes: Uint8Array; task: Task };
export type PictureFault =
  | 'picture.unreadable'
  | 'picture.tooManyPixels'
  | 'picture.tooSmall'
  | 'picture.animated';
