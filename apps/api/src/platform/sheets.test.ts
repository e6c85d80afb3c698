import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#platform/problem';
import { openSheets, type Sheets } from '#platform/sheets';
import { writeSheet } from '#platform/sheets-write';
import { dbf } from '#test/sheets/dbf';
import { gbk } from '#test/sheets/gbk';
import { workbook, xlsx, zip } from '#test/sheets/xlsx';

let sheets: Sheets;
beforeAll(() => void (sheets = openSheets()));
afterAll(() => sheets.close());

const read = async (bytes: Uint8Array | string, name = 'a.csv') => {
  const { rows, ...rest } = await sheets.read(Buffer.from(bytes), { name });
  const all = [];
  for await (const batch of rows) all.push(...batch);
  return { ...rest, rows: all.map(({ no, cells }) => [no, ...cells]) };
};
const refusal = (bytes: Uint8Array | string, name?: string) =>
  read(bytes, name).then(
    () => 'accepted',
    ({ code, extra }: Problem) =>
      [code, extra.detail, ...(extra.errors ?? []).map(({ message }) => message)].filter(Boolean).join(' '),
  );

const SCORES = [
  { name: 'ZKZH', type: 'C', length: 12 },
  { name: 'XM', type: 'C', length: 8 },
  { name: 'CJ', type: 'N', length: 5 },
];
const anyXlsx = (parts: Record<string, string>) => zip(workbook('<row><c><v>1</v></c></row>', parts));

describe('refused is', () => {
  it.each<[string, () => Uint8Array | string, string, string?]>([
    ['nothing', () => '', 'sheet.empty'],
    ['a table without rows', () => '准考证号,姓名\r\n', 'sheet.empty'],
    ['a PDF file', () => '%PDF-1.7 x', 'sheet.wrongType'],
    ['bytes that are no text', () => Buffer.alloc(999), 'sheet.wrongType'],
    ['an old or locked workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet.legacy'],
    ['an archive that is no workbook', () => zip({ 'a.txt': 'a' }), 'sheet.wrongType'],
    [
      'a formula',
      () =>
        xlsx([
          ['a', 'b'],
          ['1', '<c><f>1+1</f><v>2</v></c>'],
        ]),
      'sheet.cells 第 2 行 B 列（b）：是公式',
    ],
    [
      'a broken reference',
      () => xlsx([['a'], ['<c t="e"><v>#REF!</v></c>']]),
      '第 2 行 A 列（a）：是错误值 #REF!',
    ],
    [
      'an ID number typed as a number',
      () => xlsx([['a'], ['<c><v>6.3010219900101E17</v></c>']]),
      '第 2 行 A 列（a）：是数字格式，超过 15 位',
    ],
    ['a workbook cut off', () => xlsx([['a'], ['1']]).subarray(0, 600), 'sheet.unreadable'],
    [
      'entities',
      () => anyXlsx({ 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst>&a;</sst>' }),
      'sheet.unreadable',
    ],
    [
      'rows out of order',
      () => anyXlsx({ 'xl/worksheets/sheet1.xml': '<w><row r="5"/><row r="2"/></w>' }),
      'sheet.unreadable',
    ],
    ['more than its size says', () => zip(workbook('<row/>'), { size: 1 }), 'sheet.unreadable'],
    ['a bomb', () => anyXlsx({ 'xl/styles.xml': `<a>${' '.repeat(9e6)}</a>` }), 'sheet.tooMuch'],
    ['a quotation mark never closed', () => 'a,b\r\n1,2\r\n3,"4\r\n5,6', '第 3 行第 2 列：有引号没有配对'],
    ['a row wider than the columns', () => 'a,b\r\n1,2\r\n3,4,5', '第 3 行 C 列：超出了表头的列'],
    [
      'characters of no encoding',
      () => Buffer.concat([Buffer.from('姓名,说明\r\n扎西,'), Buffer.from([0xff])]),
      '第 2 行 B 列（说明）：有无法识别的文字',
    ],
    ['control signs', () => 'a,b\r\n1,\u0007x', '第 2 行 B 列（b）：有不能使用的控制字符'],
    ['a very long cell', () => `a\r\n${'x'.repeat(2_001)}`, '第 2 行 A 列（a）：内容超过 2000 个字'],
    ['too many columns', () => `${'a,'.repeat(100)}a\r\n1`, 'sheet.tooManyColumns'],
    [
      'fewer records than said',
      () => dbf(SCORES, [['1', '甲', '60']], { count: 3 }),
      '写明 3 行，实际只有 1 行完整',
      'a.dbf',
    ],
    [
      'more records than said',
      () => dbf(SCORES, [['1'], ['2'], ['3']], { count: 1 }),
      '写明 1 行，实际还有更多',
      'a.dbf',
    ],
    ['fields wider than a record', () => dbf(SCORES, [['1']], { length: 9 }), '超过了一行的长度', 'a.dbf'],
    ['a header beyond the file', () => dbf(SCORES, [], { start: 9_999 }), 'sheet.unreadable', 'a.dbf'],
    [
      'a number that is none',
      () => dbf(SCORES, [['1', '甲', '*****']]),
      '第 1 行 C 列（CJ）：数值超出列宽',
      'a.dbf',
    ],
    [
      'a name cut within a character',
      () => dbf(SCORES, [['1', 'a扎西顿珠', '60']]),
      '第 1 行 B 列（XM）：有无法识别的文字',
      'a.dbf',
    ],
    [
      'a column that is in another file',
      () => dbf([{ name: 'BZ', type: 'M', length: 10 }], [['1']]),
      '“BZ”列的类型（M）不能读取',
      'a.dbf',
    ],
  ])('%s', async (_, build, sentence, name) => {
    expect(await refusal(build(), name)).toContain(sentence);
  });

  it('what is too large, before anybody looks into it', async () => {
    expect(await refusal(Buffer.alloc(64 * 1024 * 1024 + 1, 65))).toBe('sheet.tooLarge');
  });
});

describe('read as text is', () => {
  const text = '成绩表\r\n准考证号,姓名,成绩\r\n010122100004,扎西·顿珠,59.6\r\n\r\n010122100005, 李四 ,\r\n';
  const rows = [
    [3, '010122100004', '扎西·顿珠', '59.6'],
    [5, '010122100005', '李四', ''],
  ];
  const columns = ['准考证号', '姓名', '成绩'];

  it.each<[string, () => Buffer]>([
    ['utf-8', () => Buffer.from(text)],
    ['utf-8', () => Buffer.from(`\uFEFF${text}`)],
    ['utf-8', () => Buffer.from(text.replaceAll(',', '\t'))],
    ['utf-8', () => Buffer.from(text.replaceAll(',', ';').replaceAll('\r\n', '\n'))],
    ['utf-16le', () => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16le', () => Buffer.from(text, 'utf16le')],
    ['utf-16be', () => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['gb18030', () => gbk(text)],
  ])('CSV in %s', async (encoding, build) => {
    expect(await read(build())).toEqual({ format: 'csv', encoding, columns, count: 2, rows });
  });

  it('a workbook: codes with their zeros, numbers as they are, days as days, the first visible sheet', async () => {
    const cells = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><v>成绩</v></c>';
    const file = zip(
      workbook(
        `<row r="2">${cells}</row><row r="4"><c r="A4" s="1"><v>10122100004</v></c><c r="C4"><v>85.299999999999997</v></c></row>
         <row r="5"><c r="A5" s="2"><v>46494</v></c><c r="B5" s="3"><v>0.375</v></c><c r="C5" s="4"><v>46494.375</v></c></row>`,
        {
          'xl/workbook.xml':
            '<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet r:id="rId9" state="hidden"/><x:sheet r:id="rId1"/></x:sheets></x:workbook>',
        },
      ),
    );
    expect(await read(file)).toEqual({
      format: 'xlsx',
      columns,
      count: 2,
      rows: [
        [4, '010122100004', '', '85.3'],
        [5, '2027-04-17', '09:00', '2027-04-17 09:00'],
      ],
    });
  });

  it('a table below its titles, and one of a single column', async () => {
    const titled = await read('2027 年 4 月成绩\n西宁考区\n\n准考证号,成绩\n1,60\n');
    expect([titled.columns, titled.rows]).toEqual([['准考证号', '成绩'], [[5, '1', '60']]]);
    const single = await read('课程代码\n1\n2\n3\n4\n5\n6\n7');
    expect([single.columns, single.count]).toEqual([['课程代码'], 7]);
    expect((await read('课程代码\n1')).rows).toEqual([[2, '1']]);
  });

  it('DBF as exam offices send it, without what is deleted', async () => {
    const fields = [...SCORES, { name: '日期', type: 'D', length: 8 }];
    const file = dbf(fields, [
      ['010122100004', '扎西顿珠', ' 59.5', '20270417'],
      ['*', '', ''],
      ['2', '李四', ''],
    ]);
    expect(await read(file, 'KSCJ.DBF')).toMatchObject({
      format: 'dbf',
      encoding: 'gb18030',
      columns: ['ZKZH', 'XM', 'CJ', '日期'],
      rows: [
        [1, '010122100004', '扎西顿珠', '59.5', '2027-04-17'],
        [3, '2', '李四', '', ''],
      ],
    });
  });
});

describe.each(['csv', 'xlsx'] as const)('written as %s', (format) => {
  const cells = ['010122100004', '630102199001011234', '=1+1', '@SUM(A1)', '-5', '扎西"·,\n顿珠', 'a\u0000b'];
  const written = async () => {
    const columns = cells.map((_, at) => ({ title: `列${at}` }));
    return buffer(writeSheet(format, columns, [cells]));
  };

  it('every cell is the text it was', async () => {
    const shown = format === 'csv' ? ["'=1+1", "'@SUM(A1)"] : ['=1+1', '@SUM(A1)'];
    const { rows } = await read(await written());
    expect(rows).toEqual([[2, ...cells.slice(0, 2), ...shown, '-5', '扎西"·,\n顿珠', 'ab']]);
  });
});
