import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { memoryOf } from '#platform/pdf-memory';

// What PDFium calls the writing systems of Chinese and Japanese (FPDFSysFontInfo): one face shows them all.
const HAN = new Set([128, 134, 136]);
const FACE = '../fonts/NotoSansHans-Regular.otf';
const FIELDS = 9;

/**
 * Gives PDFium a face for Chinese text whose font is not in the file: papers from offices often name 宋体 without
 * embedding it. Everything else keeps PDFium's built-in faces. The fields are those of FPDF_SYSFONTINFO, version 1.
 */
export function offerFonts(engine: WrappedPdfiumModule): void {
  const { pdfium } = engine;
  let face: Buffer | undefined;
  const font = () =>
    (face ??= readFileSync(join(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'), '..', FACE)));
  const mapFont = (_: number, _weight: number, _italic: number, charset: number) =>
    HAN.has(charset) ? charset : 0;
  const fontData = (_: number, _font: number, table: number, to: number, room: number) => {
    const data = table ? tableOf(font(), table >>> 0) : font();
    if (to && data && room >= data.length) memoryOf(engine).set(data, to);
    return data?.length ?? 0;
  };
  // A function of its own for each: the engine remembers functions, not what they are called with.
  const calls = [
    pdfium.addFunction(() => {}, 'vi'), // Release
    pdfium.addFunction(() => {}, 'vii'), // EnumFonts
    pdfium.addFunction(mapFont, 'iiiiiiii'),
    pdfium.addFunction(() => 0, 'iii'), // GetFont, by name alone
    pdfium.addFunction(fontData, 'iiiiii'),
    pdfium.addFunction(() => 0, 'iiiii'), // GetFaceName
    pdfium.addFunction((_: number, charset: number) => charset, 'iii'), // GetFontCharset
    pdfium.addFunction(() => {}, 'vii'), // DeleteFont
  ];
  const info = pdfium.wasmExports.malloc(FIELDS * 4);
  [1, ...calls].forEach((value, at) => pdfium.setValue(info + at * 4, value, 'i32'));
  engine.FPDF_SetSystemFontInfo(info);
}

/** One table of an OpenType file, by its four letters. */
function tableOf(font: Buffer, tag: number): Buffer | undefined {
  for (let at = 12, left = font.readUInt16BE(4); left > 0; at += 16, left--)
    if (font.readUInt32BE(at) === tag) {
      const from = font.readUInt32BE(at + 8);
      return font.subarray(from, from + font.readUInt32BE(at + 12));
    }
  return undefined;
}
