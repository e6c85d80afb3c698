import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { FACE_DETECTOR } from '@zikao/contract/face-detector';
import type { FoundFace } from '@zikao/contract/face-measures';
import type { Pixels } from '@zikao/contract/pixel-measures';
import { HUMAN, MODELS, serveModelsOnly, WASM } from './backend.ts';

// Of the library's interface, what is used here: its own types describe the browser's build.
interface Human {
  load(): Promise<void>;
  detect(picture: tf.Tensor): Promise<{ face: FoundFace[]; error?: string | null }>;
}

export type FindFaces = (picture: Pixels) => Promise<FoundFace[]>;

/** Loads detector, mesh and iris models. The answer is every face that may be one, ghosts included. */
export async function openFaces(): Promise<FindFaces> {
  serveModelsOnly();
  const { Human } = createRequire(import.meta.url)(join(HUMAN, 'dist/human.node-wasm.js')) as {
    Human: new (config: object) => Human;
  };
  const human = new Human({ ...FACE_DETECTOR, wasmPath: WASM, modelBasePath: MODELS });
  await human.load();
  return async ({ data, width, height, channels }) => {
    const picture = tf.tidy(() => {
      const all = tf.tensor4d(Int32Array.from(data), [1, height, width, channels], 'int32');
      return tf.cast(channels === 3 ? all : tf.slice(all, [0, 0, 0, 0], [1, height, width, 3]), 'float32');
    });
    try {
      const { face, error } = await human.detect(picture);
      if (error) throw new Error(error);
      return face.filter(({ mesh }) => mesh.length >= 468);
    } finally {
      picture.dispose();
    }
  };
}
