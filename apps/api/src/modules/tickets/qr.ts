import { encode } from 'uqr';

/** A QR code as the outline of its dark squares; one unit is one square. */
export interface Qr {
  size: number;
  path: string;
}

// Medium correction, and the quiet zone of four squares that scanners ask for.
export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}
