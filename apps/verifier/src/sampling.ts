import type { Raster } from './decode.ts';

/** Adds the colour between four dots of `picture`, times `weight`; beyond its edge the outermost dots go on. */
export function sample(
  { data, width, height }: Raster,
  u: number,
  v: number,
  out: Float32Array,
  to: number,
  weight: number,
): void {
  const x = Math.max(0, Math.min(width - 1.001, u - 0.5));
  const y = Math.max(0, Math.min(height - 1.001, v - 0.5));
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - left, y - top];
  const at = (top * width + left) * 3;
  const below = at + width * 3;
  for (let c = 0; c < 3; c++) {
    const upper = data[at + c]! * (1 - fx) + data[at + 3 + c]! * fx;
    const lower = data[below + c]! * (1 - fx) + data[below + 3 + c]! * fx;
    out[to + c]! += (upper * (1 - fy) + lower * fy) * weight;
  }
}
