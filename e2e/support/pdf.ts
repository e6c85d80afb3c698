import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import jsQR from 'jsqr';

let started: Promise<WrappedPdfiumModule> | undefined;

function engine(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  started ??= init({ wasmBinary: new Uint8Array(wasm).buffer } as Parameters<typeof init>[0]).then(
    (pdfium) => {
      pdfium.PDFiumExt_Init();
      return pdfium;
    },
  );
  return started;
}

export interface PaperPage {
  /** What another program copies from it, without spaces and line breaks. */
  text: string;
  /** What a phone reads on it. */
  code: string | undefined;
}

/** Reads a PDF as somebody does who got it: its text, and the QR codes on its pages as they are drawn. */
export async function readPaper(pdf: Buffer): Promise<PaperPage[]> {
  const of = await engine();
  const heap = () => (of.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;
  const { malloc, free } = of.pdfium.wasmExports;
  const at = malloc(pdf.length);
  heap().set(pdf, at);
  const document = of.FPDF_LoadMemDocument(at, pdf.length, '');
  if (!document) throw new Error(`not a PDF: ${of.FPDF_GetLastError()}`);
  const pages = Array.from({ length: of.FPDF_GetPageCount(document) }, (_, no) => {
    const page = of.FPDF_LoadPage(document, no);
    const read = { text: textOf(page), code: codeOn(page) };
    of.FPDF_ClosePage(page);
    return read;
  });
  of.FPDF_CloseDocument(document);
  free(at);
  return pages;

  function textOf(page: number): string {
    const text = of.FPDFText_LoadPage(page);
    const length = of.FPDFText_CountChars(text);
    const out = malloc(2 * length + 2);
    of.FPDFText_GetText(text, 0, length, out);
    const said = Buffer.from(heap().subarray(out, out + 2 * length)).toString('utf16le');
    free(out);
    of.FPDFText_ClosePage(text);
    return said.replaceAll(/[\s\0]/g, '');
  }

  function codeOn(page: number): string | undefined {
    const [width, height] = [1654, 2339]; // A4 at 200 dpi
    const bitmap = of.FPDFBitmap_Create(width, height, 0);
    of.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    of.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0x10);
    const start = of.FPDFBitmap_GetBuffer(bitmap);
    const pixels = new Uint8ClampedArray(heap().slice(start, start + width * height * 4));
    of.FPDFBitmap_Destroy(bitmap);
    return (jsQR as unknown as typeof jsQR.default)(pixels, width, height)?.data;
  }
}
