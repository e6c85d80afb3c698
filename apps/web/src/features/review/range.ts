/** The bounds a limit names; an open end is left out. */
export interface Range {
  low?: number;
  high?: number;
}

/** Reads a limit such as `≥ 40 分`, `≤ 5 %`, `≥ 90 级，≤ 200 级`; undefined when it names no number. */
export function rangeOf(limit: string | undefined): Range | undefined {
  const low = numberAfter('≥', limit);
  const high = numberAfter('≤', limit);
  if (low === undefined && high === undefined) return undefined;
  return { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
}

/** `≥ 200 像素，≤ 300 像素` as `200–300 像素`, `≥ 1 张，≤ 1 张` as `1 张`. */
export const briefly = (limit: string): string =>
  limit.replace(/^≥ (-?[\d.]+) .*?，≤ (-?[\d.]+)/, (_, low: string, high: string) =>
    low === high ? low : `${low}–${high}`,
  );

function numberAfter(sign: string, limit = ''): number | undefined {
  const found = new RegExp(`${sign}\\s*(-?[\\d.]+)`).exec(limit)?.[1];
  return found === undefined ? undefined : Number(found);
}
