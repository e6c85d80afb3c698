import type { FaceCut } from './faces.ts';
import type { Person } from './portrait-person.ts';

// Where the eyes and the chin of a drawn head are, in its frame of 480 × 640.
export const EYES = { left: 192, right: 288, y: 249 };
export const CHIN = { x: 240, y: 390 };

/**
 * A real face for a drawn head: turned, scaled and sheared so that eyes and chin sit where the drawing has them, in
 * the colour of the drawn skin, and fading into it at the edge.
 */
export function faceInPlace(face: FaceCut, { skin }: Person): string {
  const matrix = place(face).map((value) => value.toFixed(5));
  const [red, green, blue] = rgb(skin.base).map((value, channel) => gain(value, face.mean[channel]!));
  return `<defs>
    <filter id="tone" color-interpolation-filters="sRGB"><feColorMatrix values="${red} 0 0 0 0 0 ${green} 0 0 0 0 0 ${blue} 0 0 0 0 0 1 0"/></filter>
    <filter id="fade" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="7"/></filter>
    <mask id="oval" maskUnits="userSpaceOnUse" x="0" y="0" width="480" height="640"><path d="M152 236 C152 160 190 138 240 138 C290 138 328 160 328 236 C328 300 292 378 240 378 C188 378 152 300 152 236 Z" fill="#fff" filter="url(#fade)"/></mask></defs>
    <g mask="url(#oval)"><image width="${face.side}" height="${face.side}" transform="matrix(${matrix.join(' ')})" filter="url(#tone)" href="data:image/png;base64,${face.png.toString('base64')}"/></g>`;
}

// The one affine map that takes three points to three others.
function place({ eyes: [left, right], chin }: FaceCut): number[] {
  const [ux, uy] = [right[0] - left[0], right[1] - left[1]];
  const [vx, vy] = [chin[0] - left[0], chin[1] - left[1]];
  const det = ux * vy - vx * uy;
  const wide = EYES.right - EYES.left;
  const [down, across] = [CHIN.y - EYES.y, CHIN.x - EYES.left];
  const a = (wide * vy - across * uy) / det;
  const c = (across * ux - wide * vx) / det;
  const b = (-down * uy) / det;
  const d = (down * ux) / det;
  return [a, b, c, d, EYES.left - a * left[0] - c * left[1], EYES.y - b * left[0] - d * left[1]];
}

// Not quite as bright as the drawing: a real face has lights, which would be blown out.
const gain = (to: number, from: number) => Math.min((to / from) * 0.88, 1.9).toFixed(4);

const rgb = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
