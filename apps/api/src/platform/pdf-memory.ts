import type { WrappedPdfiumModule as Engine } from '@embedpdf/pdfium';

// The types of the package leave out what Emscripten adds. Read anew each time: it moves when the memory grows.
export const memoryOf = ({ pdfium }: Engine) => (pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8;

/** Copies bytes into PDFium's memory; returns their address, to be freed. */
export function copyIn(engine: Engine, bytes: Uint8Array): number {
  const at = engine.pdfium.wasmExports.malloc(bytes.length);
  memoryOf(engine).set(bytes, at);
  return at;
}

export const copyOut = (engine: Engine, at: number, length: number): Buffer =>
  Buffer.from(memoryOf(engine).subarray(at, at + length));
