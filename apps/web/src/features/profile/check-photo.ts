import { type Judgement, judge, type PhotoProfile, sizeValues } from '@zikao/contract/measures';
import { measurePixels, WORKING_WIDTH } from '@zikao/contract/pixel-measures';

/** What 提交验证 will measure, measured in the browser first, so that nobody spends a try on a bad photo. */
export async function checkPhoto(picture: Blob, profile: PhotoProfile): Promise<Judgement> {
  const bitmap = await createImageBitmap(picture);
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  canvas.width = Math.min(width, WORKING_WIDTH);
  canvas.height = Math.round((height * canvas.width) / width);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const pixels = measurePixels(
    { data, width: canvas.width, height: canvas.height, channels: 4 },
    profile.background.rgb,
  );
  return judge(profile, { ...sizeValues(profile, { width, height, bytes: picture.size }), ...pixels });
}
