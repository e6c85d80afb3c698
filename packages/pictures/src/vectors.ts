import type { MeasureId } from '@zikao/contract/measures';
import * as faults from './degrade.ts';
import type { Face } from './faces.ts';
import { kept } from './kept.ts';
import { drawPortrait } from './portrait.ts';

/**
 * A photo and what the seed's limits say of it before a white wall: exactly these measures fail or warn, all others
 * that can be measured pass. Server and browser measure the same vectors.
 */
export type PhotoVector = {
  name: string;
  photo(): Promise<Buffer>;
  fail?: MeasureId[];
  warn?: MeasureId[];
  /** So near a limit, or so far from what they are made for, that any verdict is right. */
  either?: MeasureId[];
};

const drawn = kept(() => drawPortrait({ seed: 3 }));
const worn = (face: Face) => () => drawPortrait({ seed: 1, sex: 'female', face });
const shortHaired = () => drawPortrait({ seed: 0, sex: 'male' });
const tilted = (tilt: number) => () => drawPortrait({ seed: 1, sex: 'female', face: 'dina', tilt });
const dina = kept(worn('dina'));
const bad =
  (fault: (portrait: Buffer) => Promise<Buffer>, from = dina) =>
  async () =>
    fault(await from());

export const PHOTO_VECTORS: PhotoVector[] = [
  { name: 'a drawn man', photo: drawn },
  { name: 'a drawn woman', photo: () => drawPortrait({ seed: 2, sex: 'female' }) },
  { name: 'a real face, dina', photo: dina },
  { name: 'a real face, elsa', photo: worn('elsa') },
  { name: 'a real face, kira', photo: worn('kira') },

  {
    name: 'nobody',
    photo: bad((picture) => faults.placed(picture, { down: 640 })),
    fail: ['singleFacePresent', 'sharpness', 'overExposure', 'colourfulness'],
  },
  {
    name: 'two persons',
    photo: bad(async (one) => faults.together(one, await worn('elsa')())),
    fail: ['singleFacePresent', 'overExposure', 'colourfulness'],
  },
  {
    name: 'too far away',
    photo: bad((picture) => faults.placed(picture, { scale: 0.75, down: -40 })),
    fail: ['headSize'],
  },
  {
    name: 'too near',
    photo: bad((picture) => faults.placed(picture, { scale: 1.7, down: 95 }), shortHaired),
    fail: ['headSize'],
    either: ['hairline', 'backgroundUniformity', 'backgroundColour', 'borders'], // hair where the wall should be
  },
  {
    name: 'at the left',
    photo: bad((picture) => faults.placed(picture, { right: -45 })),
    fail: ['horizontalPosition'],
  },
  {
    name: 'a little to the right',
    photo: bad((picture) => faults.placed(picture, { right: 20 })),
    warn: ['horizontalPosition'],
  },
  {
    name: 'cut at the top',
    photo: bad((picture) => faults.placed(picture, { scale: 1.15, down: -62 })),
    fail: ['marginAbove'],
    warn: ['eyeLine'],
  },
  {
    name: 'too low',
    photo: bad((picture) => faults.placed(picture, { down: 70 })),
    fail: ['hairline'],
  },
  { name: 'tilted', photo: tilted(12), fail: ['headPoseRoll'], either: ['horizontalPosition'] },
  { name: 'a little tilted', photo: tilted(7), warn: ['headPoseRoll'] },
  {
    name: 'turned aside',
    photo: bad(async (picture) => faults.placed(await faults.turnedAside(picture, 240), { right: 60 })),
    fail: ['headPoseYaw'],
  },
  { name: 'bent', photo: worn('cleo'), fail: ['headPosePitch'] },
  {
    name: 'eyes closed',
    photo: bad((picture) => faults.eyesClosed(picture, '#c99a6a')),
    fail: ['eyesOpen'],
  },
  {
    name: 'eyes closed, drawn',
    photo: bad((picture) => faults.eyesClosed(picture, '#eec19c'), drawn),
    fail: ['eyesOpen'],
  },
  {
    name: 'lids lowered, a real face',
    photo: worn('hedy'),
    fail: ['eyesOpen'],
    warn: ['headPoseYaw'],
    either: ['mouthClosed'],
  },
  { name: 'mouth open', photo: bad(faults.mouthOpen), fail: ['mouthClosed'] },
  { name: 'smiling', photo: worn('gina'), warn: ['mouthClosed'] },
  { name: 'out of focus', photo: bad((picture) => faults.blurred(picture, 5)), fail: ['sharpness'] },
  { name: 'in the dark', photo: bad((picture) => faults.brightened(picture, 0.22)), fail: ['luminanceMean'] },
  { name: 'blown out', photo: bad((picture) => faults.brightened(picture, 1.6)), fail: ['overExposure'] },
  { name: 'half in shadow', photo: bad(faults.halfInShadow, drawn), fail: ['underExposure'] },
  { name: 'black and white', photo: bad(faults.greyed), fail: ['colourfulness'] },
  {
    name: 'by a yellow lamp',
    photo: bad((picture) => faults.tinted(picture, 1.4)),
    fail: ['naturalColour', 'backgroundColour'],
  },
  { name: 'before a shelf', photo: bad(faults.beforeShelf), fail: ['backgroundUniformity'] },
  {
    name: 'before a blue wall',
    photo: () => drawPortrait({ seed: 3, background: '#438edb' }),
    fail: ['backgroundColour'],
  },
  {
    name: 'before a grey wall',
    photo: () => drawPortrait({ seed: 3, background: '#c8c8c8' }),
    warn: ['backgroundColour'],
  },
  { name: 'in a frame', photo: bad(faults.framed), fail: ['borders'] },
  {
    name: 'squeezed by a chat',
    photo: bad((picture) => faults.squeezed(picture, 6)),
    fail: ['compression'],
    either: ['sharpness'],
  },
];
