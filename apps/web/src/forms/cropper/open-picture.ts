export const pictureTypes = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif';
export const largestFile = 15 * 1024 * 1024;
const largestPixels = 220_000_000;
const checkedPixels = 50_000_000;
const longestSide = 4096;

const broken = '这张图片打不开，可能没有下载完整或已经损坏。请换一张。';

/** A decoded picture: upright, opaque, at most 4096 pixels long. */
export type Picture = { source: HTMLCanvasElement; width: number; height: number; url: string };

/** A sentence for the reader: why the picture cannot be used and what to do. */
export class PictureProblem extends Error {}

/**
 * Opens a chosen file. The browser's image element decodes it: it knows the orientation of phones and, on Apple's
 * browsers, HEIC. Throws `PictureProblem`. Call `closePicture` when done.
 */
export async function openPicture(file: File): Promise<Picture> {
  if (file.size > largestFile)
    throw new PictureProblem('图片超过 15 MB。请换一张小一些的，或先在手机里压缩。');
  const kind = kindOf(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
  if (!kind) throw new PictureProblem('这不是图片文件。请选择 JPG、PNG、WebP 或 HEIC 格式的图片。');
  const url = URL.createObjectURL(file);
  try {
    const image = await load(url, kind);
    if (kind !== 'heic' && image.naturalWidth * image.naturalHeight <= checkedPixels) await refuseCut(file);
    const picture = shrink(image);
    if (picture.width === image.naturalWidth) return { ...picture, url };
    URL.revokeObjectURL(url);
    return { ...picture, url: await urlOf(picture.source) };
  } catch (error) {
    URL.revokeObjectURL(url);
    throw error;
  }
}

export function closePicture({ url, source }: Picture) {
  URL.revokeObjectURL(url);
  // Safari counts canvas memory until the size is taken away.
  source.width = source.height = 0;
}

/** By the first bytes, never by the name. */
export function kindOf(head: Uint8Array): 'jpeg' | 'png' | 'webp' | 'heic' | undefined {
  const text = String.fromCharCode(...head.slice(0, 16));
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 8) === 'ftyp' && /^(hei[cmsx]|hev[cmsx]|mif1|msf1)/.test(text.slice(8))) return 'heic';
  return undefined;
}

async function load(url: string, kind: string): Promise<HTMLImageElement> {
  const image = new Image();
  await new Promise<void>((resolve, reject) => {
    image.addEventListener('load', () => resolve());
    image.addEventListener('error', () =>
      reject(
        new PictureProblem(
          kind === 'heic'
            ? '这个浏览器打不开 HEIC 图片。请在手机相册里把它存成 JPG 再选，或用手机直接拍照上传。'
            : broken,
        ),
      ),
    );
    image.src = url;
  });
  const { naturalWidth: width, naturalHeight: height } = image;
  if (width * height > largestPixels)
    throw new PictureProblem(`图片有 ${width}×${height} 像素，太大了。请换一张普通拍照大小的图片。`);
  return image;
}

/** An image element shows what arrived of a cut file and stays silent; a bitmap is refused. */
async function refuseCut(file: File) {
  try {
    (await createImageBitmap(file)).close();
  } catch {
    throw new PictureProblem(broken);
  }
}

function shrink(image: HTMLImageElement): Omit<Picture, 'url'> {
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const source = document.createElement('canvas');
  source.width = Math.max(1, Math.round(image.naturalWidth * scale));
  source.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const pen = source.getContext('2d', { alpha: false })!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, source.width, source.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, source.width, source.height);
  return { source, width: source.width, height: source.height };
}

async function urlOf(canvas: HTMLCanvasElement): Promise<string> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  if (!blob) throw new PictureProblem('手机内存不够，打不开这张图片。请换一张小一些的。');
  return URL.createObjectURL(blob);
}
