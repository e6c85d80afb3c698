/** What is done with a file in the worker. `draw`: of a copy that `read` has made; `page` from 0. */
export type PdfTask = { read: { maxPages: number } } | { draw: Draw };
export interface Draw {
  page: number;
  /** Longer side in pixels at most, and dots per inch at most. */
  longest: number;
  dpi: number;
  /** Of the JPEG. */
  quality: number;
}
export interface PdfJob {
  bytes: Uint8Array;
  task: PdfTask;
}

/** A copy written anew that holds nothing but what is seen, and its number of pages. */
export interface Paper {
  copy: Buffer;
  pages: number;
}
/** A page as JPEG. */
export interface Drawn {
  bytes: Buffer;
  width: number;
  height: number;
}

export type PdfFault =
  | 'document.unreadable'
  | 'document.encrypted'
  | 'document.tooManyPages'
  | 'document.tooComplex'
  | 'document.script'
  | 'document.launch'
  | 'document.attachment'
  | 'document.media'
  | 'document.form'
  | 'document.automatic';
