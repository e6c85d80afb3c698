import { encode } from 'uqr';

/** A QR code as the outline of its dark squares; one unit is one square. */
export interface Qr {
  size: number;
  path: string;
}

// Medium correction, and the quiet zone of four squares that scanners ask for. Squares side by side are drawn as one.
export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      const width = (end === -1 ? size : end) - x;
      return [`M${x} ${y}h${width}v1h-${width}z`];
    }),
  );
  return { size, path: path.join('') };
}
