/** Printed for a character that no font has: without it the whole paper would be refused, by rule of PDF/A. */
export const MISSING = '〓';
// Nothing to see in them; some would turn the line around.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
const PRIVATE = /\p{Co}/u;
const ALL = 0x11_0000;

/** Which characters fonts can show. */
export type Coverage = (codePoint: number) => boolean;

/** Reads which characters OpenType fonts have, from their cmap tables (formats 4 and 12). */
export function coverageOf(fonts: readonly Buffer[]): Coverage {
  const has = new Uint8Array(ALL);
  for (const font of fonts) for (const table of subtablesOf(font)) markCovered(table, has);
  return (codePoint) => has[codePoint] === 1;
}

/** The data with every text made printable; characters that had to be replaced are added to `missing`. */
export function printable(value: unknown, covered: Coverage, missing: Set<string>): unknown {
  if (typeof value === 'string') return printableText(value, covered, missing);
  if (Array.isArray(value)) return value.map((one) => printable(one, covered, missing));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, printable(one, covered, missing)]),
  );
}

function printableText(text: string, covered: Coverage, missing: Set<string>): string {
  const lines = text.normalize('NFC').split('\n');
  const shown = lines.map((line) =>
    Array.from(line.toWellFormed().replaceAll('\t', ' ').replaceAll(UNSEEN, ''), (character) => {
      if (covered(character.codePointAt(0)!) && !PRIVATE.test(character)) return character;
      missing.add(character);
      return MISSING;
    }).join(''),
  );
  return shown.join('\n');
}

function subtablesOf(font: Buffer): Buffer[] {
  for (let at = 12, left = font.readUInt16BE(4); left > 0; at += 16, left--) {
    if (font.toString('latin1', at, at + 4) !== 'cmap') continue;
    const cmap = font.subarray(font.readUInt32BE(at + 8));
    return Array.from({ length: cmap.readUInt16BE(2) }, (_, no) =>
      cmap.subarray(cmap.readUInt32BE(4 + no * 8 + 4)),
    );
  }
  return [];
}

function markCovered(table: Buffer, has: Uint8Array): void {
  const format = table.readUInt16BE(0);
  if (format === 12) markGroups(table, has);
  else if (format === 4) markSegments(table, has);
}

function markGroups(table: Buffer, has: Uint8Array): void {
  for (let at = 16, left = table.readUInt32BE(12); left > 0; at += 12, left--)
    has.fill(1, table.readUInt32BE(at), table.readUInt32BE(at + 4) + 1);
}

/** A segment gives its glyphs by a difference, or by a list in which 0 means none. */
function markSegments(table: Buffer, has: Uint8Array): void {
  const size = table.readUInt16BE(6);
  for (let no = 0; no < size; no += 2) {
    const [end, start, delta, range] = [0, size + 2, 2 * size + 2, 3 * size + 2].map((from) =>
      table.readUInt16BE(14 + from + no),
    ) as [number, number, number, number];
    const list = 14 + 3 * size + 2 + no + range;
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : table.readUInt16BE(list + 2 * (code - start));
      if (glyph % 0x1_0000 !== 0) has[code] = 1;
    }
  }
}
