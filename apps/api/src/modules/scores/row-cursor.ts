import { Problem } from '#platform/problem';

/** Where a page of rows ended that are ordered by what they are, not by a moment; opaque to the client. */
export const writePlace = (...parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The row number after which the next page begins; 0 at first. */
export function readRowPlace(cursor: string | undefined): number {
  const [no] = read(cursor) ?? [0];
  if (!Number.isSafeInteger(no) || no < 0) throw new Problem('request.malformed');
  return no as number;
}

/** Two texts; empty at first. */
export function readTextPlace(cursor: string | undefined): [string, string] {
  const [first, second] = read(cursor) ?? ['', ''];
  if (typeof first !== 'string' || typeof second !== 'string') throw new Problem('request.malformed');
  return [first, second];
}

// oxlint-disable-next-line typescript/no-explicit-any -- checked by the callers
function read(cursor: string | undefined): any[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // a made-up cursor: said below
  }
  throw new Problem('request.malformed');
}
