import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { FACE_API } from './backend.ts';
import { CHIP } from './chip.ts';

type Weights = Record<string, tf.Tensor>;
type Layer = (x: tf.Tensor4D, name: string) => tf.Tensor4D;

const MEAN_RGB = [122.782, 117.001, 104.298];

/** Blocks after the first layer; those that halve the picture have `down` in their name. */
const BLOCKS = [
  'conv32_1 conv32_2 conv32_3',
  'conv64_down conv64_1 conv64_2 conv64_3',
  'conv128_down conv128_1 conv128_2',
  'conv256_down conv256_1 conv256_2 conv256_down_out',
].flatMap((names) => names.split(' '));

/** 128 numbers for a face; never stored, never logged: they are biometric data. */
export type Descriptor = Float32Array;
export type Describe = (chip: Float32Array) => Promise<Descriptor>;

/**
 * The network of dlib's face recognition, with the weights that come with face-api. Its forward pass is written out
 * here, because the library's own build for Node needs all of TensorFlow.js (180 MB) for these fourteen blocks.
 */
export function openDescriptor(): Describe {
  const weights = load(join(FACE_API, 'model'));
  return async (chip) => {
    const result = tf.tidy(() => forward(weights, chip));
    try {
      return (await result.data()) as Descriptor;
    } finally {
      result.dispose();
    }
  };
}

/** Euclidean. The same person is mostly below 0.48, docs/verification.md. */
export function distance(one: Descriptor, other: Descriptor): number {
  return Math.hypot(...one.map((value, index) => value - other[index]!));
}

function load(folder: string): Weights {
  const manifest = readFileSync(join(folder, 'face_recognition_model-weights_manifest.json'), 'utf8');
  const [{ weights }] = JSON.parse(manifest) as [{ weights: tf.io.WeightsManifestEntry[] }];
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, 'face_recognition_model.bin'));
  return tf.io.decodeWeights(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer, weights);
}

function forward(weights: Weights, chip: Float32Array): tf.Tensor1D {
  const picture = tf.div(tf.sub(tf.tensor4d(chip, [1, CHIP, CHIP, 3]), MEAN_RGB), 255) as tf.Tensor4D;
  const layer = (strides: number, pad: 'same' | 'valid'): Layer => {
    return (x, name) => {
      const convolved = tf.conv2d(x, weights[`${name}/conv/filters`] as tf.Tensor4D, strides, pad);
      const biased = tf.add(convolved, weights[`${name}/conv/bias`]!);
      return tf.add(tf.mul(biased, weights[`${name}/scale/weights`]!), weights[`${name}/scale/biases`]!);
    };
  };
  const [same, down] = [layer(1, 'same'), layer(2, 'valid')];
  const first = tf.maxPool(tf.relu(down(picture, 'conv32_down')), 3, 2, 'valid');
  const last = BLOCKS.reduce((x, name) => {
    const halved = name.includes('down');
    const inside = tf.relu((halved ? down : same)(x, `${name}/conv1`));
    return tf.relu(joined(same(inside, `${name}/conv2`), halved ? tf.avgPool(x, 2, 2, 'valid') : x));
  }, first);
  const mean = tf.mean(last, [1, 2]) as tf.Tensor2D;
  return tf.squeeze(tf.matMul(mean, weights['fc'] as tf.Tensor2D), [0]);
}

// A halved block has twice the channels, and may be one row and column short: both are filled up with zeros.
function joined(inside: tf.Tensor4D, shortcut: tf.Tensor4D): tf.Tensor4D {
  const fill = (x: tf.Tensor4D) => {
    const missing = x.shape.map((size, axis) =>
      axis === 0 ? 0 : Math.max(inside.shape[axis]!, shortcut.shape[axis]!) - size,
    );
    return tf.pad4d(x, missing.map((count) => [0, count]) as Parameters<typeof tf.pad4d>[1]);
  };
  return tf.add(fill(inside), fill(shortcut));
}
