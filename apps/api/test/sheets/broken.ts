import fc from 'fast-check';
import { dbf } from './dbf.ts';
import { gbk } from './gbk.ts';
import { workbook, xlsx, zip } from './xlsx.ts';

interface Broken {
  sort: 'csv' | 'xlsx' | 'dbf' | 'noise';
  name: string;
  bytes: Buffer;
}

/** What people and programs put into cells, and what attackers do. */
const cell = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('010122100004', '630102199001011234', '扎西·顿珠', '59.5', '缺考', '', ' '),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('=1+1', "=cmd|' /C calc'!A0", '"', 'a"b', '\t', '\u0000', '\uFFFD', '\u200B'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1_900, max: 2_100 }).map((length) => 'x'.repeat(length)) },
);
const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
const head = ['准考证号', '姓名', '课程代码', '成绩'];

/** Cut off, a byte changed, a piece put twice: what transmission and bad programs do. */
const harm = fc.oneof(
  { weight: 3, arbitrary: fc.constant((bytes: Buffer) => bytes) },
  fc
    .double({ min: 0, max: 1, noNaN: true })
    .map((share) => (bytes: Buffer) => bytes.subarray(0, bytes.length * share)),
  fc.tuple(fc.nat(), fc.nat({ max: 255 })).map(([at, value]) => (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[at % copy.length] = value;
    return copy;
  }),
  fc.nat().map((at) => (bytes: Buffer) => {
    const cut = bytes.length > 0 ? at % bytes.length : 0;
    return Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut >> 1)]);
  }),
);

const ENCODE = {
  utf8: (text: string) => Buffer.from(text),
  mark: (text: string) => Buffer.from(`\uFEFF${text}`),
  utf16: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  swapped: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  gbk,
  latin: (text: string) => Buffer.from(text, 'latin1'),
};

const csv = fc
  .record({
    rows,
    encode: fc.constantFrom(...Object.values(ENCODE)),
    separator: fc.constantFrom(',', '\t', ';', '|', ' '),
    end: fc.constantFrom('\r\n', '\n', '\r'),
    quote: fc.boolean(),
  })
  .map(({ rows: lines, encode, separator, end, quote }) => {
    const write = (text: string) => (quote ? `"${text.replaceAll('"', '""')}"` : text);
    return encode([head, ...lines].map((cells) => cells.map(write).join(separator)).join(end));
  });

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const odd = fc.constantFrom(
  '<c><f>SUM(A1:A9)</f><v>9</v></c>',
  '<c t="e"><v>#N/A</v></c>',
  '<c><v>6.30102199001011E17</v></c>',
  '<c><v>not a number</v></c>',
  '<c t="s"><v>99999</v></c>',
  '<c r="ZZZ1"><v>1</v></c>',
  '<c r="XFD1048576"><v>1</v></c>',
  '<c s="2"><v>46494.5</v></c>',
  '<c s="2"><v>-99999999</v></c>',
  '<c t="b"><v>1</v></c>',
  '<c><v>&bomb;</v></c>',
  '<c t="inlineStr"><is><t>&#xD800;</t></is></c>',
);
/** Parts that are missing, hostile or not what their name says. */
const instead = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, string>>(
    { 'xl/workbook.xml': '<workbook/>' },
    { 'xl/workbook.xml': '' },
    {
      'xl/sharedStrings.xml':
        '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY bomb "&b;&b;&b;&b;">]><sst><si><t>&bomb;</t></si></sst>',
    },
    { 'xl/sharedStrings.xml': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><sst/>' },
    { 'xl/sharedStrings.xml': `<sst>${'<si>'.repeat(5_000)}</sst>` },
    { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="NaN"/></cellXfs>' },
    {
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>',
    },
    {
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="x/officeDocument" TargetMode="External" Target="http://example.test"/></Relationships>',
    },
    { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1e9"/></sheetData></worksheet>' },
    { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="3"/><row r="3"/></sheetData></worksheet>' },
    { 'xl/worksheets/sheet1.xml': `${'<a>'.repeat(10_000)}` },
  ),
);
const book = fc
  .record({
    rows: fc.array(fc.array(fc.oneof({ weight: 5, arbitrary: cell.map(escape) }, odd), { maxLength: 6 }), {
      maxLength: 8,
    }),
    parts: instead,
    said: fc.oneof(
      { weight: 6, arbitrary: fc.constant({}) },
      fc.record({ size: fc.nat() }),
      fc.constantFrom({ flags: 1 }, { method: 0 }, { method: 99 }),
    ),
  })
  .map(({ rows: lines, parts, said }) => {
    const data = [head, ...lines].map(
      (cells) =>
        `<row>${cells.map((text) => (text.startsWith('<') ? text : `<c t="str"><v>${text}</v></c>`)).join('')}</row>`,
    );
    return zip(workbook(data.join(''), parts), said);
  });

const FIELDS = [
  { name: 'ZKZH', type: 'C', length: 12 },
  { name: '姓名', type: 'C', length: 8 },
  { name: 'CJ', type: 'N', length: 5 },
  { name: 'RQ', type: 'D', length: 8 },
];
const table = fc
  .record({
    rows: fc.array(
      fc.tuple(
        cell,
        cell,
        fc.constantFrom('59.5', '*****', 'abc', ''),
        fc.constantFrom('20270417', '', '2027/4/1', '99999999'),
      ),
      { maxLength: 8 },
    ),
    type: fc.constantFrom('C', 'C', 'C', 'M', 'I', 'Q'),
    lies: fc.oneof(
      { weight: 4, arbitrary: fc.constant({}) },
      fc.record({ count: fc.nat({ max: 0xffffffff }) }),
      fc.record({ start: fc.nat({ max: 0xffff }) }),
      fc.record({ length: fc.nat({ max: 0xffff }) }),
      fc.record({ version: fc.nat({ max: 255 }) }),
    ),
  })
  .map(({ rows: records, type, lies }) => dbf([{ ...FIELDS[0]!, type }, ...FIELDS.slice(1)], records, lies));

const named = (sort: Broken['sort'], bytes: fc.Arbitrary<Buffer>): fc.Arbitrary<Broken> =>
  fc
    .record({
      bytes,
      harm,
      ending: fc.constantFrom(sort === 'noise' ? 'csv' : sort, sort === 'noise' ? 'dbf' : sort, 'xlsx', ''),
    })
    .map(({ bytes: whole, harm: change, ending }) => ({
      sort,
      name: `成绩.${ending}`,
      bytes: change(whole),
    }));

/** A file that somebody might send: sound, damaged, hostile or no table at all. */
export const BROKEN: fc.Arbitrary<Broken> = fc.oneof(
  { weight: 4, arbitrary: named('csv', csv) },
  { weight: 4, arbitrary: named('xlsx', book) },
  { weight: 3, arbitrary: named('dbf', table) },
  {
    weight: 1,
    arbitrary: named(
      'noise',
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    ),
  },
);

const MEGABYTE = 1024 * 1024;
const million = (line: string) => Buffer.alloc(Buffer.byteLength(line) * 1_000_000, line);

/** Those that cost: few, each with what must become of it. */
export const HUGE: Record<string, { build(): Buffer; code: string }> = {
  'a million rows of CSV': { build: () => million('010122100004,13000,59.5\n'), code: 'sheet.tooManyRows' },
  'a million records of DBF': {
    build: () =>
      dbf(
        [{ name: 'A', type: 'C', length: 12 }],
        Array.from({ length: 5 }, () => ['1']),
        { count: 1_000_000 },
      ),
    code: 'sheet.tooManyRows',
  },
  'a workbook of more rows than there may be': {
    build: () =>
      zip(
        workbook(`<row><c><v>1</v></c></row>${'<row><c><v>60</v></c><c><v>7</v></c></row>'.repeat(500_002)}`),
      ),
    code: 'sheet.tooManyRows',
  },
  '60 MB of nothing in a workbook': {
    build: () => zip(workbook('<row/>', { 'xl/styles.xml': `<a>${' '.repeat(60 * MEGABYTE)}</a>` })),
    code: 'sheet.tooMuch',
  },
  '60 MB of shared texts': {
    build: () => zip(workbook('<row/>', { 'xl/sharedStrings.xml': `<sst>${noise(60 * MEGABYTE)}</sst>` })),
    code: 'sheet.empty',
  },
  'one cell of 40 MB': { build: () => xlsx([['a'], ['y'.repeat(40 * MEGABYTE)]]), code: 'sheet.tooMuch' },
  'a quotation mark before 60 MB': {
    build: () => Buffer.concat([Buffer.from('a,b\n1,"'), Buffer.alloc(60 * MEGABYTE, 'z,')]),
    code: 'sheet.cells',
  },
  '60 MB without a line end': { build: () => Buffer.alloc(60 * MEGABYTE, 'z'), code: 'sheet.cells' },
};

/** Texts that hardly compress, so that no ratio gives them away. */
function noise(length: number): string {
  const one = `<si><t>${'0123456789abcdef'.repeat(8)}</t></si>`;
  return one.repeat(Math.ceil(length / one.length));
}
