import { Problem } from '#platform/problem';

/** 15 MB, as the upload page says. Routes also give it to the body parser, so that more is never read. */
export const MAX_PICTURE_BYTES = 15 * 1024 * 1024;

type Kind = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'heic' | 'svg' | 'pdf' | 'bmp' | 'unknown';

const isoBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'];

/** What a file is by its content, whatever its name says. */
export function kindOf(bytes: Buffer): Kind {
  const head = bytes.toString('latin1', 0, 16);
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.slice(4, 8) === 'ftyp' && isoBrands.includes(head.slice(8, 12))) return 'heic';
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('BM')) return 'bmp';
  return /<svg[\s>]/i.test(bytes.toString('latin1', 0, 1024)) ? 'svg' : 'unknown';
}

const advice: Partial<Record<Kind, string>> = {
  heic: '这是 HEIC 格式的照片。请在手机“设置－相机－格式”中选择“兼容性最佳”后重新拍摄，或另存为 JPG 后上传。',
  gif: '这是 GIF 图片。请上传 JPG、PNG 或 WebP 格式的照片。',
  tiff: '这是 TIFF 图片。请另存为 JPG 后上传。',
  svg: '这是 SVG 图形，不是照片。请上传 JPG、PNG 或 WebP 格式的照片。',
  pdf: '这是 PDF 文件。请上传 JPG、PNG 或 WebP 格式的照片。',
};

/** Refuses, by the bytes alone and before any decoder sees them, what is not one plain still picture. */
export function checkKind(bytes: Buffer, declared?: string): void {
  if (bytes.length > MAX_PICTURE_BYTES) throw new Problem('picture.tooLarge');
  if (bytes.length === 0) throw new Problem('picture.unreadable', '文件是空的，请重新选择图片。');
  const kind = kindOf(bytes);
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp')
    throw new Problem('picture.wrongType', advice[kind]);
  if (declared !== undefined && (declaredKind(declared) ?? kind) !== kind)
    throw new Problem(
      'picture.wrongType',
      `文件内容是 ${kind.toUpperCase()} 图片，与文件名或类型不一致。请另存为 JPG 后上传。`,
    );
  if (isAnimated(bytes, kind)) throw new Problem('picture.animated');
  if (hidesAnother(bytes))
    throw new Problem(
      'picture.wrongType',
      '图片文件中夹带了其他内容。请用相机拍摄的原图，或另存为 JPG 后上传。',
    );
}

// "image/jpeg", "photo.JPG" and ".jpg" all declare a JPEG; "blob" and application/octet-stream declare nothing.
function declaredKind(declared: string): string | undefined {
  const end = /[/.]([^/.]+)$/.exec(declared.trim().toLowerCase())?.[1];
  if (end === 'octet-stream') return undefined;
  return end && ['jpg', 'jpe', 'jfif', 'pjpeg'].includes(end) ? 'jpeg' : end;
}

// APNG: an acTL chunk before the picture data. WebP: the animation bit of VP8X.
function isAnimated(bytes: Buffer, kind: 'jpeg' | 'png' | 'webp'): boolean {
  if (kind === 'webp') return bytes.toString('latin1', 12, 16) === 'VP8X' && (bytes[20]! & 0x02) !== 0;
  if (kind === 'jpeg') return false;
  for (let at = 8; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'acTL' || type === 'IDAT') return type === 'acTL';
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}

/**
 * Phones append harmless data (motion, depth, gain maps), so a tail alone is no reason. Archives, scripts and documents
 * are: a polyglot opens as one thing here and as another elsewhere.
 */
export function hidesAnother(bytes: Buffer): boolean {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return true;
  if (['<script', '<html', '<!DOCTYPE', '<?php', '<iframe'].some((mark) => bytes.includes(mark))) return true;
  if (['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c'].some((mark) => bytes.includes(mark, 0, 'latin1'))) return true;
  return endsAsZip(bytes);
}

// The end record of a ZIP: its signature, and a comment length that reaches exactly the end of the file.
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - 65_557);
  for (
    let at = bytes.indexOf('PK\x05\x06', from, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\x05\x06', at + 1, 'latin1')
  )
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return true;
  return false;
}
