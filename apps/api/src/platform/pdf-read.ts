import sharp from 'sharp';
import { findActive } from '#platform/pdf-active';
import { drawPage, NEEDS_PASSWORD, withDocument, writeAnew } from '#platform/pdf-engine';
import { readObjects, Unreadable } from '#platform/pdf-objects';
import type { Draw, Drawn, Paper, PdfFault } from '#platform/pdf-tasks';

// Runs in the worker only.
sharp.cache(false);
sharp.concurrency(1);

/** A refusal with its code in the catalogue. */
export class Fault extends Error {
  readonly code: PdfFault;
  constructor(code: PdfFault) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads a file of somebody else and writes it anew; the copy is then looked through. Whatever another reader might
 * have found in the original (an older revision, an object out of reach, something behind the end) is not in it.
 */
export async function read(bytes: Uint8Array, { maxPages }: { maxPages: number }): Promise<Paper> {
  const paper = await withDocument(
    bytes,
    (engine, document) => {
      if (engine.FPDF_GetSecurityHandlerRevision(document) >= 0) throw new Fault('document.encrypted');
      const pages = engine.FPDF_GetPageCount(document);
      if (pages < 1) throw new Fault('document.unreadable');
      if (pages > maxPages) throw new Fault('document.tooManyPages');
      return { copy: writeAnew(engine, document), pages };
    },
    refuse,
  );
  const active = findActive(objectsOf(paper.copy));
  if (active) throw new Fault(`document.${active}`);
  return paper;
}

/** Draws a page of a copy. */
export async function draw(bytes: Uint8Array, { page, quality, ...most }: Draw): Promise<Drawn> {
  const drawn = await withDocument(
    bytes,
    (engine, document) => drawPage(engine, document, page, most),
    refuse,
  );
  if (!drawn) throw new Fault('document.unreadable');
  const { data, width, height } = drawn;
  const jpeg = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' });
  return { bytes: await jpeg.jpeg({ quality }).toBuffer(), width, height };
}

function objectsOf(copy: Buffer) {
  try {
    return readObjects(copy);
  } catch (error) {
    throw error instanceof Unreadable ? new Fault('document.unreadable') : error;
  }
}

function refuse(error: number): never {
  throw new Fault(error === NEEDS_PASSWORD ? 'document.encrypted' : 'document.unreadable');
}
