import { type Config, Human } from '@vladmandic/human';
import { FACE_DETECTOR } from '@zikao/contract/face-detector';
import type { FoundFace } from '@zikao/contract/face-measures';
import type { Pixels } from '@zikao/contract/pixel-measures';
import { faceFiles, FACE_FILES_BYTES } from './face-files.ts';

export type Detect = (picture: Pixels) => Promise<FoundFace[]>;

const config: Partial<Config> = { ...FACE_DETECTOR, wasmPath: '/faces/', modelBasePath: '/faces/' };

/**
 * Loads the detector and its models; `progress` from 0 to 1. Throws when a file is missing or WebAssembly is refused:
 * the library would otherwise go on with WebGL, which takes seconds per picture on some phones.
 */
export async function loadDetector(progress: (share: number) => void): Promise<Detect> {
  serve(await fetchAll(progress));
  const human = new Human(config);
  await human.load();
  const { tf } = human;
  if (tf.getBackend() !== 'wasm') throw new Error(`no WebAssembly: ${tf.getBackend()}`);
  return async ({ data, width, height, channels }) => {
    const rgb = new Float32Array(width * height * 3);
    for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
      rgb[to] = data[from]!;
      rgb[to + 1] = data[from + 1]!;
      rgb[to + 2] = data[from + 2]!;
    }
    const tensor = tf.tensor(rgb, [1, height, width, 3]);
    const { face, error } = await human.detect(tensor);
    tf.dispose(tensor);
    if (error) throw new Error(error);
    return face as unknown as FoundFace[];
  };
}

async function fetchAll(progress: (share: number) => void): Promise<Map<string, Blob>> {
  let loaded = 0;
  const fetched = Object.entries(faceFiles).map(async ([name, url]): Promise<[string, Blob]> => {
    const answer = await fetch(url);
    if (!answer.ok || !answer.body) throw new Error(`${name}: ${answer.status}`);
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        loaded += chunk.length;
        progress(Math.min(1, loaded / FACE_FILES_BYTES));
        controller.enqueue(chunk);
      },
    });
    return [name, await new Response(answer.body.pipeThrough(count)).blob()];
  });
  return new Map(await Promise.all(fetched));
}

/** The library builds its own addresses; here they lead to what was fetched, and to nothing else. */
function serve(files: Map<string, Blob>): void {
  globalThis.fetch = async (input) => {
    const address = input instanceof Request ? input.url : String(input);
    const name = address.slice(address.lastIndexOf('/') + 1);
    const file = files.get(name);
    if (!file) throw new TypeError(`not one of the detector's files: ${name}`);
    const type = name.endsWith('.json') ? 'json' : name.endsWith('.wasm') ? 'wasm' : 'octet-stream';
    return new Response(file, { headers: { 'content-type': `application/${type}` } });
  };
}
