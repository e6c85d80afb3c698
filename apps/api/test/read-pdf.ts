import jsQR from 'jsqr';
import { copyIn, memoryOf } from '#platform/pdf-memory';
import { drawPage, withDocument } from '#platform/pdf-engine';

const refuse = (error: number): never => {
  throw new Error(`not a PDF: ${error}`);
};

/** What another program copies from each page of a PDF, without the line breaks and spaces that the paper makes. */
export function readPdf(pdf: Buffer): Promise<string[]> {
  return withDocument(
    pdf,
    (engine, document) =>
      Array.from({ length: engine.FPDF_GetPageCount(document) }, (_, no) => {
        const page = engine.FPDF_LoadPage(document, no);
        const text = engine.FPDFText_LoadPage(page);
        const length = engine.FPDFText_CountChars(text);
        const at = copyIn(engine, new Uint8Array(2 * length + 2));
        engine.FPDFText_GetText(text, 0, length, at);
        const said = Buffer.from(memoryOf(engine).subarray(at, at + 2 * length)).toString('utf16le');
        engine.pdfium.wasmExports.free(at);
        engine.FPDFText_ClosePage(text);
        engine.FPDF_ClosePage(page);
        return said.replaceAll(/[\s\0]/g, '');
      }),
    refuse,
  );
}

/** What a phone reads on a page of a PDF, as it is drawn. */
export function scanPdf(pdf: Buffer, page = 0): Promise<string | undefined> {
  const scan = jsQR as unknown as typeof jsQR.default;
  return withDocument(
    pdf,
    (engine, document) => {
      const drawn = drawPage(engine, document, page, { longest: 2339, dpi: 200 });
      return drawn && scan(new Uint8ClampedArray(drawn.data), drawn.width, drawn.height)?.data;
    },
    refuse,
  );
}
