import { MAX_DOCUMENT_BYTES, type Document } from '@zikao/contract/documents';
import { Problem } from '#platform/problem';
import { hidesAnother, kindOf } from '#platform/images-kind';

const WORD = '这是 Word、Excel 或压缩文件。请另存为 PDF 后上传。';
const ADVICE: Record<string, string> = {
  heic: '这是 HEIC 格式的照片。请在手机“设置－相机－格式”中选择“兼容性最佳”后重新拍摄，或另存为 JPG 后上传。',
  gif: '这是 GIF 图片。请另存为 JPG 后上传。',
  tiff: '这是 TIFF 图片。请另存为 JPG 或 PDF 后上传。',
  bmp: '这是 BMP 图片。请另存为 JPG 后上传。',
  svg: '这是 SVG 图形。请另存为 PDF 后上传。',
};
const HIDDEN = '文件中夹带了其他内容。请用“打印为 PDF”另存一份，或另存为 JPG 后上传。';
/** Readers look for the end of a PDF in its last kilobyte; some programs fill up with zeros behind it. */
const END_WITHIN = 2048;

/** What a file is by its bytes alone, before anything opens it; refuses what is none of ours or more than one thing. */
export function detectKind(bytes: Buffer): Document['kind'] {
  if (bytes.length > MAX_DOCUMENT_BYTES) throw new Problem('document.tooLarge');
  if (bytes.length === 0) throw new Problem('document.unreadable', '文件是空的，请重新选择。');
  const kind = kindOf(bytes);
  if (kind === 'pdf') {
    checkPdf(bytes);
    return 'pdf';
  }
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp')
    throw new Problem('document.wrongType', isOffice(bytes) ? WORD : ADVICE[kind]);
  return 'picture';
}

function checkPdf(bytes: Buffer): void {
  let end = bytes.length;
  while (end > 0 && [0, 9, 10, 13, 32].includes(bytes[end - 1]!)) end--;
  const last = bytes.lastIndexOf('%%EOF');
  if (last >= 0 && hidesAnother(bytes.subarray(last))) throw new Problem('document.wrongType', HIDDEN);
  if (hidesAnother(bytes.subarray(0, 1024).subarray(5))) throw new Problem('document.wrongType', HIDDEN);
  if (last < 0 || end - last > END_WITHIN) throw new Problem('document.unreadable');
}

const isOffice = (bytes: Buffer) =>
  bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) ||
  bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
