import { isUtf8 } from 'node:buffer';
import { SheetFault } from '#platform/sheets-tasks';

const SAMPLE = 64 * 1024;
const PIECE = 1024 * 1024;
const HAN = /\p{Script=Han}/gu;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** In what a file of text is written; `start`: where its text begins, after the byte order mark. */
export function detectEncoding(bytes: Uint8Array): { encoding: Encoding; start: number } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', start: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', start: 2 };
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0)) return { encoding: wide(sample), start: 0 };
  return { encoding: isUtf8(bytes) || damagedUtf8(sample) ? 'utf-8' : 'gb18030', start: 0 };
}

/** The text piece by piece; what is no sign of the encoding becomes U+FFFD. */
export function* decode(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  yield decoder.decode();
}

/** The encoding of fields that are read one by one. */
export const narrowEncoding = (bytes: Uint8Array): 'utf-8' | 'gb18030' =>
  isUtf8(bytes) ? 'utf-8' : 'gb18030';

// UTF-16 without its mark: in a table every other byte of commas, digits and line ends is zero.
function wide(sample: Uint8Array): Encoding {
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  if (odd > 10 * even) return 'utf-16le';
  if (even > 10 * odd) return 'utf-16be';
  throw new SheetFault('sheet.wrongType');
}

// A single bad byte must not turn a whole UTF-8 file into other characters of GBK.
function damagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample);
  const bad = text.split('\uFFFD').length - 1;
  return (text.match(HAN)?.length ?? 0) > 3 * bad;
}
