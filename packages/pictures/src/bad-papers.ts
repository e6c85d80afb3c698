import { deflateSync } from 'node:zlib';
import { drawPaper, type PdfObject, pdfOf, pdfStream } from './paper.ts';

/** A script that runs when the paper is opened, with its names written plainly. */
export const scripted = () =>
  drawPaper({ catalog: '/OpenAction 6 0 R', extra: ['<</S/JavaScript/JS(app.alert\\(1\\))>>'] });

/** The same with its names written in hexadecimal. */
export const disguised = () =>
  drawPaper({
    catalog: '/#4fpenAction 6 0 R',
    extra: ['<</#53/J#61va#53cript/#4a#53(app.alert\\(1\\))>>'],
  });

/** The same hidden in a compressed object that only a compressed table of places tells of. */
export function compressed(): Buffer {
  const inner = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
  const bodies: PdfObject[] = [
    '<</Type/Catalog/Pages 2 0 R/OpenAction 5 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    pdfStream(deflateSync(Buffer.from(`5 0 ${inner}`)), '/Type/ObjStm/N 1/First 4/Filter/FlateDecode'),
  ];
  const plain = pdfOf(bodies);
  const end = plain.lastIndexOf('xref\n0 ');
  const rows = bodies.map((_, at) => [1, plain.indexOf(`${at + 1} 0 obj`), 0]);
  const table = Buffer.alloc(7 * 7);
  [[0, 0, 65535], ...rows, [2, 4, 0], [1, end, 0]].forEach(([kind, place, index], at) => {
    table.writeUInt8(kind!, at * 7);
    table.writeUInt32BE(place!, at * 7 + 1);
    table.writeUInt16BE(index!, at * 7 + 5);
  });
  const dict = '/Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Filter/FlateDecode';
  return Buffer.concat([
    plain.subarray(0, end),
    Buffer.from('6 0 obj\n'),
    pdfStream(deflateSync(table), dict),
    Buffer.from(`\nendobj\nstartxref\n${end}\n%%EOF\n`),
  ]);
}

/** A harmless paper to which a later revision gave another catalogue, with a script. */
export function revised(catalog = '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'): Buffer {
  const first = drawPaper();
  const before = Number(/startxref\s+(\d+)/.exec(first.toString('latin1'))![1]);
  const body = `1 0 obj\n<</Type/Catalog/Pages 2 0 R${catalog}>>\nendobj\n`;
  const at = first.length + body.length;
  const place = String(first.length).padStart(10, '0');
  const table = `xref\n1 1\n${place} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev ${before}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([first, Buffer.from(body + table, 'latin1')]);
}

/** One page that draws a picture of `side` × `side` dots, said to be in a few kilobytes of zeros. */
export function hugePicture(side = 60_000, filter = '/FlateDecode'): Buffer {
  const dots = deflateSync(Buffer.alloc(4_000_000), { level: 9 });
  const dict = `/Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceGray/BitsPerComponent 1`;
  return onePage('q 595 0 0 842 0 0 cm /X Do Q', [pdfStream(dots, `${dict}/Filter${filter}`)]);
}

/** A megabyte that becomes half a gigabyte of drawing. */
export function swollen(): Buffer {
  const drawing = deflateSync(Buffer.alloc(500_000_000, '0 0 500 500 re f '), { level: 9 });
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>',
    pdfStream(drawing, '/Filter/FlateDecode'),
  ]);
}

/** Ten drawings of ten drawings of …: a few kilobytes that never come to an end. */
export function laughing(depth = 12): Buffer {
  const forms = Array.from({ length: depth }, (_, at) => {
    const last = at === depth - 1;
    const within = last ? '' : `/Resources<</XObject<</X ${6 + at} 0 R>>>>`;
    const drawing = last ? '0 0 500 500 re f' : '/X Do '.repeat(10);
    return pdfStream(drawing, `/Type/XObject/Subtype/Form/BBox[0 0 595 842]${within}`);
  });
  return onePage('/X Do', forms);
}

function onePage(drawing: string, extra: readonly PdfObject[]): Buffer {
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[4 0 R]>>',
    pdfStream(drawing),
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    ...extra,
  ]);
}
