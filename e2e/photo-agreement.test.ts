import type { Page } from '@playwright/test';
import { choosePhotoWay, getPicture, getProfile, verifyPhoto } from '@zikao/contract/candidates';
import type { FaceValues } from '@zikao/contract/face-measures';
import { judge, type Measured } from '@zikao/contract/measures';
import { LIMITS } from '@zikao/contract/measures-limits';
import { getPhotoProfile } from '@zikao/contract/photos';
import { PHOTO_VECTORS } from '@zikao/pictures';
import { must } from './support/api.ts';
import { register } from './support/candidate.ts';
import { badPhotos, darkPhoto, goodPhoto } from './support/files.ts';
import { aPerson } from './support/person.ts';
import type { Product } from './support/server.ts';
import { filledIn, sendPicture } from './support/standing.ts';
import { expect, test } from './support/test.ts';

// How far browser and server may be apart, in the unit and the digits that people see. Both run the same code on the
// same pixels; what differs is the decoder of JPEG and the arithmetic of the processor.
const TOLERANCE: Record<string, number> = {
  headPoseRoll: 1,
  headPoseYaw: 1,
  headPosePitch: 1,
  hairline: 3,
  eyeLine: 2,
  headSize: 1,
  faceWidth: 1,
  marginLeft: 1,
  marginRight: 1,
  marginAbove: 0.6,
  horizontalPosition: 0.4,
  eyesOpen: 0.02,
  mouthClosed: 0.5,
  luminanceMean: 1,
  underExposure: 0.5,
  overExposure: 0.5,
  colourfulness: 1,
  naturalColour: 0.3,
  backgroundUniformity: 2,
  backgroundColour: 2,
  compression: 0.05,
  borders: 0.3,
};
/** Of the value: fine detail is where decoders differ. */
const SHARPNESS = 0.05;

test('browser and server measure the same, picture by picture', async ({ page, product }) => {
  test.slow();
  await atThePhotoStep(page, product);
  const profile = await must(page, getPhotoProfile);

  const bad = (await badPhotos()).filter(({ name }) => /歪头|模糊|蓝墙|边框|太近/.test(name));
  for (const photo of [await darkPhoto(), ...bad, await goodPhoto()]) {
    const id = await sendPicture(page, 'photo', photo);
    const url = `/api/v1${getPicture.path.replace(':id', id)}`;
    const { values } = await seenBy(page, url, profile.background.rgb);
    const here = judge(profile, values).measures;
    const there = await judged(page);
    const both = here.filter((measure) => there.some((one) => one.id === measure.id));
    expect(both.length, photo.name).toBeGreaterThan(8); // a cause that was named leaves out its consequences
    for (const mine of both) {
      const theirs = there.find(({ id: measure }) => measure === mine.id)!;
      const allowed = mine.id === 'sharpness' ? theirs.value * SHARPNESS : (TOLERANCE[mine.id] ?? 0);
      const said = `${photo.name} ${mine.id}: ${mine.value}, ${theirs.value}`;
      expect(Math.abs(mine.value - theirs.value), said).toBeLessThanOrEqual(allowed + 1e-9);
      expect(mine.verdict, said).toBe(theirs.verdict);
    }
  }
});

// The server's verdicts on the same pictures: apps/verifier/test/vectors.test.ts.
test('the browser gives every picture of the vectors its verdict', async ({ page, product }) => {
  test.slow();
  await atThePhotoStep(page, product);
  const profile = { ...(await must(page, getPhotoProfile)), limits: LIMITS };
  for (const [no, { name, photo, fail = [], warn = [], either = [] }] of PHOTO_VECTORS.entries()) {
    const body = await photo();
    await page.route(`**/vectors/${no}`, (route) => route.fulfill({ body, contentType: 'image/jpeg' }));
    const { values } = await seenBy(page, `/vectors/${no}`, [255, 255, 255]);
    const { measures } = judge(profile, values);
    const found = (verdict: string) =>
      measures.filter((one) => one.verdict === verdict && !either.some((id) => id === one.id));
    const ids = (verdict: string) =>
      found(verdict)
        .map(({ id }) => id)
        .toSorted();
    expect
      .soft({ name, fail: ids('fail'), warn: ids('warn') })
      .toEqual({ name, fail: fail.toSorted(), warn: warn.toSorted() });
  }
});

async function atThePhotoStep(page: Page, product: Product): Promise<void> {
  const person = aPerson({ name: '对照' });
  await register(page, product, person);
  await filledIn(page, person);
  const started = page.waitForEvent('worker');
  await page.goto('/profile/photo');
  await openEye(page, (await started).url());
}

interface Eye {
  eye(url: string, background: readonly number[]): Promise<FaceValues>;
}

/** The page's own worker, once more, to be asked about any picture. */
async function openEye(page: Page, url: string): Promise<void> {
  await page.evaluate(async (script) => {
    const worker = new Worker(script, { type: 'module' });
    const heard = (kind: string) =>
      new Promise<{ seen: FaceValues }>((resolve, reject) =>
        worker.addEventListener('message', ({ data }) => {
          if (data.kind === kind) resolve(data);
          else if (data.kind === 'failed' || data.kind === 'unseen') reject(new Error(data.kind));
        }),
      );
    await heard('ready');
    (window as unknown as Eye).eye = async (source, background) => {
      const bitmap = await createImageBitmap(await (await fetch(source)).blob());
      const answer = heard('seen');
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
      worker.postMessage({ id: 1, bitmap, background }, [bitmap]);
      return (await answer).seen;
    };
  }, url);
}

const seenBy = (page: Page, url: string, background: readonly number[]) =>
  page.evaluate(([of, colour]) => (window as unknown as Eye).eye(of, colour), [url, background] as const);

/** 提交验证 and its outcome, past the screen. */
async function judged(page: Page): Promise<Measured[]> {
  await must(page, verifyPhoto);
  const settled = async () => (await must(page, getProfile)).photo;
  await expect.poll(async () => (await settled()).state, { timeout: 60_000 }).not.toBe('verifying');
  const { judgement, choiceNeeded } = await settled();
  if (choiceNeeded) await must(page, choosePhotoWay, { body: { choice: 'continue' } });
  return judgement!.measures;
}
