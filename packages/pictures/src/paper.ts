/** What stands in a PDF object: its text, or bytes where it carries a stream. */
export type PdfObject = string | Buffer;

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A PDF of plain objects, numbered from 1; the first is the catalogue. `trailer`: more for its dictionary. */
export function pdfOf(objects: readonly PdfObject[], trailer = ''): Buffer {
  const parts: Buffer[] = [latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')];
  const places: number[] = [];
  let size = parts[0]!.length;
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    size += bytes.length;
  };
  for (const [at, object] of objects.entries()) {
    places.push(size);
    add(latin(`${at + 1} 0 obj\n`));
    add(typeof object === 'string' ? latin(object) : object);
    add(latin('\nendobj\n'));
  }
  const table = size;
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  add(latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`));
  add(latin(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** An object with a stream. */
export function pdfStream(data: Buffer | string, dict = ''): Buffer {
  const bytes = typeof data === 'string' ? latin(data) : data;
  return Buffer.concat([latin(`<<${dict}/Length ${bytes.length}>>\nstream\n`), bytes, latin('\nendstream')]);
}

export interface PaperOptions {
  /** Lines of text; 宋体 is named, not embedded, as many offices do. */
  lines?: readonly string[];
  pages?: number;
  /** More for the dictionaries of the catalogue and of each page. */
  catalog?: string;
  page?: string;
  /** Further objects; the first is number `5 + pages`. */
  extra?: readonly PdfObject[];
  trailer?: string;
}

/** A paper of A4 pages, as an office prints it. */
export function drawPaper(options: PaperOptions = {}): Buffer {
  const { lines = ['自学考试证明'], pages = 1, catalog = '', page = '', extra = [], trailer } = options;
  const kids = Array.from({ length: pages }, (_, at) => `${5 + at} 0 R`);
  const shown = lines.map((line) => `<${hex(line)}> Tj 0 -40 Td`);
  return pdfOf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      `<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`,
      pdfStream(`BT /F1 24 Tf 72 740 Td ${shown.join(' ')} ET`),
      SONG,
      ...kids.map(
        () =>
          `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>${page}>>`,
      ),
      ...extra,
    ],
    trailer,
  );
}

const SONG =
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font' +
  '/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>' +
  '/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]' +
  '/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>';

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
