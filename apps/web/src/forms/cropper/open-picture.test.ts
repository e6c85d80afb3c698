import { describe, expect, it } from 'vitest';
import { kindOf } from './open-picture.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the kind of a picture is told by its first bytes', () => {
  it('refuses anything that is not one of the four', () => {
    for (const head of [
      '',
      'GIF89a..........',
      '%PDF-1.7........',
      '<svg xmlns="http',
      '\0\0\0\x20ftypisom....',
    ])
      expect(kindOf(bytes(head))).toBeUndefined();
  });

  it('knows JPG, PNG, WebP and HEIC', () => {
    expect(kindOf(bytes('\xff\xd8\xff\xe0\0\x10JFIF'))).toBe('jpeg');
    expect(kindOf(bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))).toBe('png');
    expect(kindOf(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('webp');
    expect(kindOf(bytes('\0\0\0\x18ftypheic\0\0\0\0'))).toBe('heic');
    expect(kindOf(bytes('\0\0\0\x18ftypmif1\0\0\0\0'))).toBe('heic');
  });
});
