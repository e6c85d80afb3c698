import { MAX_DOCUMENT_BYTES } from '@zikao/contract/documents';
import { closePicture, kindOf, openPicture, PictureProblem } from '#forms/open-picture';

/** As in `<input accept>`: HEIC too, which a phone's browser can open though the server cannot. */
export const DOCUMENT_TYPES =
  'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif,application/pdf';

/** Sent as they are up to here: a weak network takes a minute for the rest. */
const LIGHT = 1024 * 1024;
/** The server keeps no more of a picture. */
const LONGEST = 2400;

export interface Prepared {
  name: string;
  body: Blob;
}

/** What is sent of a chosen file: pictures shrunk where that saves the network something. Throws `PictureProblem`. */
export async function prepareFile(file: File): Promise<Prepared> {
  if (file.size === 0) throw new PictureProblem('文件是空的，请重新选择。');
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const kind = kindOf(head);
  if (kind && (kind === 'heic' || file.size > LIGHT)) return shrink(file);
  if (!kind && !isPdf(head)) throw new PictureProblem(otherKind(file.name));
  if (file.size > MAX_DOCUMENT_BYTES)
    throw new PictureProblem('文件超过 10 MB。请压缩，或分成几个文件后再上传。');
  return { name: file.name, body: file };
}

async function shrink(file: File): Promise<Prepared> {
  const picture = await openPicture(file);
  try {
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d', { alpha: false })!;
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture.source, 0, 0, canvas.width, canvas.height);
    const body = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
    canvas.width = canvas.height = 0;
    if (!body) throw new PictureProblem('手机内存不够，打不开这张图片。请换一张小一些的。');
    return { name: file.name.replace(/\.[^.]*$/, '') + '.jpg', body };
  } finally {
    closePicture(picture);
  }
}

const isPdf = (head: Uint8Array) => String.fromCharCode(...head.slice(0, 5)) === '%PDF-';

export function otherKind(name: string): string {
  return /\.(docx?|xlsx?|pptx?|wps|et|zip|rar|7z)$/i.test(name)
    ? '这是 Word、Excel 或压缩文件。请另存为 PDF 后上传。'
    : '请上传 JPG、PNG、WebP 格式的图片，或 PDF 文件。';
}

/** `1.2 MB`, `86 KB` */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes >= 1 ? `${megabytes.toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
