import { measureFaces } from '@zikao/contract/face-measures';
import { measurePixels, type Pixels, shrinkTo, WORKING_WIDTH } from '@zikao/contract/pixel-measures';
import type { Detect } from './face-detector.ts';
import type { FromWorker, Look, Seen } from './face-messages.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
const say = (message: FromWorker) => self.postMessage(message);

const detector = load();

async function load(): Promise<Detect | undefined> {
  try {
    const { loadDetector } = await import('./face-detector.ts');
    const detect = await loadDetector((share) => say({ kind: 'progress', share }));
    // The first picture takes three times as long as any later one: not while somebody waits.
    await detect({ data: new Uint8Array(64 * 64 * 3), width: 64, height: 64, channels: 3 });
    say({ kind: 'ready' });
    return detect;
  } catch {
    say({ kind: 'failed' });
    return undefined;
  }
}

self.addEventListener('message', async ({ data: { id, bitmap, background } }: MessageEvent<Look>) => {
  try {
    say({ kind: 'seen', id, seen: await look(pixelsOf(bitmap), background) });
  } catch {
    say({ kind: 'unseen', id });
  } finally {
    bitmap.close();
  }
});

async function look(picture: Pixels, background: Look['background']): Promise<Seen> {
  const detect = await detector;
  const small = shrinkTo(picture, WORKING_WIDTH);
  const { width, height } = picture;
  const found = detect && measureFaces(await detect(small), small.width, small.height);
  const values = { ...measurePixels(picture, background, found?.face), ...found?.values };
  return { width, height, faces: detect !== undefined, values, ...(found?.face && { face: found.face }) };
}

function pixelsOf(bitmap: ImageBitmap): Pixels {
  const { width, height } = bitmap;
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  pen.drawImage(bitmap, 0, 0);
  return { data: pen.getImageData(0, 0, width, height).data, width, height, channels: 4 };
}
