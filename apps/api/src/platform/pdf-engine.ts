import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { offerFonts } from '#platform/pdf-fonts';
import { copyIn, copyOut } from '#platform/pdf-memory';

// Runs in the worker only. A file may not make PDFium take more than 384 MiB: it gives up then, and so does the worker.
setFlagsFromString('--wasm-max-mem-pages=6144');

/** Codes of FPDF_GetLastError. */
export const NEEDS_PASSWORD = 4;
/** FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER: with stamps and filled-in fields, as red, green, blue, alpha. */
const AS_SEEN = 0x01 | 0x10;
const WHITE = 0xffffffff;

let started: Promise<WrappedPdfiumModule> | undefined;

/** PDFium in its WASM sandbox; started once per process. */
export function startEngine(): Promise<WrappedPdfiumModule> {
  return (started ??= start());
}

async function start(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const quiet = { print: () => {}, printErr: () => {} };
  const engine = await init({ wasmBinary: new Uint8Array(wasm).buffer, ...quiet } as Parameters<
    typeof init
  >[0]);
  engine.PDFiumExt_Init();
  offerFonts(engine);
  return engine;
}

/** Opens a file for as long as `work` needs it. `refuse` is called with PDFium's error when it is not readable. */
export async function withDocument<T>(
  bytes: Uint8Array,
  work: (engine: WrappedPdfiumModule, document: number) => T,
  refuse: (error: number) => never,
): Promise<T> {
  const engine = await startEngine();
  const at = copyIn(engine, bytes);
  const document = engine.FPDF_LoadMemDocument(at, bytes.length, '');
  try {
    return document ? work(engine, document) : refuse(engine.FPDF_GetLastError());
  } finally {
    if (document) engine.FPDF_CloseDocument(document);
    engine.pdfium.wasmExports.free(at);
  }
}

/** The document as PDFium understands it, written anew: plain objects, the last revision, nothing it does not reach. */
export function writeAnew(engine: WrappedPdfiumModule, document: number): Buffer {
  const { malloc, free } = engine.pdfium.wasmExports;
  const writer = engine.PDFiumExt_OpenFileWriter();
  engine.PDFiumExt_SaveAsCopy(document, writer);
  const size = engine.PDFiumExt_GetFileWriterSize(writer);
  const at = malloc(size);
  engine.PDFiumExt_GetFileWriterData(writer, at, size);
  const copy = copyOut(engine, at, size);
  free(at);
  engine.PDFiumExt_CloseFileWriter(writer);
  return copy;
}

/** RGBA pixels of a page, its longer side `longest` pixels at most and `dpi` at most; undefined: no such page. */
export function drawPage(
  engine: WrappedPdfiumModule,
  document: number,
  page: number,
  { longest, dpi }: { longest: number; dpi: number },
): { data: Buffer; width: number; height: number } | undefined {
  const opened = engine.FPDF_LoadPage(document, page);
  if (!opened) return undefined;
  const size = [engine.FPDF_GetPageWidthF(opened), engine.FPDF_GetPageHeightF(opened)];
  const scale = Math.min(dpi / 72, longest / Math.max(...size));
  const [width, height] = size.map((points) => Math.max(1, Math.round(points * scale))) as [number, number];
  const bitmap = engine.FPDFBitmap_Create(width, height, 0);
  engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  engine.FPDF_RenderPageBitmap(bitmap, opened, 0, 0, width, height, 0, AS_SEEN);
  const data = copyOut(engine, engine.FPDFBitmap_GetBuffer(bitmap), width * height * 4);
  engine.FPDFBitmap_Destroy(bitmap);
  engine.FPDF_ClosePage(opened);
  return { data, width, height };
}
