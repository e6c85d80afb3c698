import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';

type Point = readonly [number, number];

/** Where a face is in one of the pictures: pixels of the middles of both eyes, left one first, and of the chin. */
type Source = { file: string; eyes: readonly [Point, Point]; chin: Point };

// The pictures come with an npm package (MIT, "taken by me"), at run time: none of their pixels is kept here.
// dina, elsa and kira keep every rule of the standard; ana, bea and cleo bend the head (Human says 14 to 17 degrees), fay
// turns it and smiles with gina, ira speaks, hedy looks down.
const SOURCES = {
  ana: source('sample6.jpg', [326, 610], [421, 600], [396, 756]),
  bea: source('sample6.jpg', [1535, 375], [1626, 397], [1541, 553]),
  cleo: source('sample6.jpg', [1228, 429], [1325, 431], [1264, 580]),
  dina: source('sample3.jpg', [632, 433], [721, 435], [677, 598]),
  elsa: source('sample5.jpg', [841, 192], [918, 206], [870, 331]),
  fay: source('sample6.jpg', [708, 468], [789, 450], [770, 631]),
  gina: source('sample3.jpg', [1121, 324], [1213, 340], [1136, 501]),
  ira: source('sample5.jpg', [420, 991], [518, 990], [500, 1168]),
  hedy: source('sample1.jpg', [884, 556], [949, 514], [980, 653]),
  kira: source('sample4.jpg', [713, 151], [775, 187], [683, 285]),
} as const;

/** Persons whose real faces a drawn one can wear. */
export type Face = keyof typeof SOURCES;
export const FACES = Object.keys(SOURCES) as Face[];

/** A square cut around a face as PNG, with the marks in its pixels and the mean colour of its middle. */
export type FaceCut = {
  png: Buffer;
  side: number;
  eyes: readonly [Point, Point];
  chin: Point;
  mean: readonly [number, number, number];
};

const cuts = new Map<Face, Promise<FaceCut>>();

export function faceCut(face: Face): Promise<FaceCut> {
  const known = cuts.get(face) ?? cut(SOURCES[face]);
  cuts.set(face, known);
  return known;
}

async function cut({ file, eyes, chin }: Source): Promise<FaceCut> {
  const [[lx, ly], [rx, ry]] = eyes;
  const middle: Point = [(lx + rx + chin[0]) / 3, (ly + ry + chin[1]) / 3];
  const apart = Math.hypot(rx - lx, ry - ly);
  const side = Math.round(apart * 4);
  const [left, top] = [Math.round(middle[0] - side / 2), Math.max(0, Math.round(middle[1] - side / 2))];
  const picture = sharp(join(folder(), file)).extract({ left, top, width: side, height: side });
  const patch = Math.round(apart * 1.2);
  const { channels } = await picture
    .clone()
    .extract({ left: (side - patch) >> 1, top: (side - patch) >> 1, width: patch, height: patch })
    .toBuffer()
    .then((bytes) => sharp(bytes).stats());
  const inside = ([x, y]: Point): Point => [x - left, y - top];
  return {
    png: await picture.png().toBuffer(),
    side,
    eyes: [inside(eyes[0]), inside(eyes[1])],
    chin: inside(chin),
    mean: [channels[0]!.mean, channels[1]!.mean, channels[2]!.mean],
  };
}

function source(file: string, left: Point, right: Point, chin: Point): Source {
  return { file, eyes: [left, right], chin };
}

const folder = () =>
  join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'demo');
