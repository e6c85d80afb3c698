import type { FaceValues } from '@zikao/contract/face-measures';
import type { Rgb } from '@zikao/contract/pixel-measures';

/** One picture to look at, upright; the bitmap is handed over. */
export type Look = { id: number; bitmap: ImageBitmap; background: Rgb };

/** Values of everything that pixels tell, and of the face where the detector is there. */
export type Seen = FaceValues & { width: number; height: number; faces: boolean };

export type FromWorker =
  | { kind: 'progress'; share: number }
  | { kind: 'ready' }
  | { kind: 'failed' }
  | { kind: 'seen'; id: number; seen: Seen }
  | { kind: 'unseen'; id: number };
