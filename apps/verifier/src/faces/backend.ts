import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { resolve } = createRequire(import.meta.url);

/** Folders inside packages: their own entries cannot be imported in Node, they ask for native TensorFlow. */
export const HUMAN = join(dirname(resolve('@vladmandic/human')), '..');
export const FACE_API = dirname(resolve('@vladmandic/face-api/package.json'));
export const WASM = `${dirname(resolve('@tensorflow/tfjs-backend-wasm'))}/`;

/** Where Human looks for its models. */
export const MODELS = pathToFileURL(join(HUMAN, 'models/')).href;

/** Human fetches its models. From now on that is all that can be fetched in this process. */
export function serveModelsOnly(): void {
  globalThis.fetch = async (wanted) => {
    const address = new URL(wanted instanceof Request ? wanted.url : wanted).href;
    if (!address.startsWith(MODELS)) throw new Error('nothing but models is fetched here');
    const type = address.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    return new Response(readFileSync(fileURLToPath(address)), { headers: { 'content-type': type } });
  };
}
