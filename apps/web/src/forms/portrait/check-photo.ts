import { type Judgement, judge, type PhotoProfile, sizeValues } from '@zikao/contract/measures';
import type { Picture } from '#forms/cropper';
import { frameAround } from './framing.ts';
import type { Finding } from './use-face-finder.ts';

type Look = Finding['look'];

/** Faces are looked for in pictures of this size. */
const LONGEST = 960;

/**
 * What 提交验证 will measure, measured in the browser first, so that nobody spends a try on a bad photo.
 * Undefined where this browser cannot: the server decides anyway.
 */
export async function checkPhoto(
  picture: Blob,
  profile: PhotoProfile,
  look: Look,
): Promise<Judgement | undefined> {
  const seen = await look(await createImageBitmap(picture), profile.background.rgb);
  if (!seen) return undefined;
  const { width, height, values, face } = seen;
  const size = sizeValues(profile, { width, height, bytes: picture.size });
  return judge(profile, { ...size, ...values }, face && { face });
}

/** Where the frame of the cropper should begin: around the face, as the profile wants it. */
export async function framePhoto({ source }: Picture, profile: PhotoProfile, look: Look) {
  const seen = await look(await shrunk(source, LONGEST), profile.background.rgb);
  const min = { width: profile.minWidth, height: profile.minHeight };
  return seen?.face && frameAround(seen.face, source, profile.width / profile.height, min);
}

/** The first thing to mend in what the cropper shows, of all that cropping or another photo can mend. */
export async function adviseOn(shown: HTMLCanvasElement, profile: PhotoProfile, look: Look) {
  const seen = await look(await shrunk(shown, profile.height), profile.background.rgb);
  if (!seen) return undefined;
  const { compression: _, ...values } = seen.values; // shrinking took its traces away
  return judge(profile, values).measures.find(({ verdict }) => verdict === 'fail')?.sentence;
}

function shrunk(canvas: HTMLCanvasElement, longest: number): Promise<ImageBitmap> {
  const scale = Math.min(1, longest / Math.max(canvas.width, canvas.height));
  const resizeWidth = Math.max(1, Math.round(canvas.width * scale));
  const resizeHeight = Math.max(1, Math.round(canvas.height * scale));
  return createImageBitmap(canvas, { resizeWidth, resizeHeight, resizeQuality: 'medium' });
}
