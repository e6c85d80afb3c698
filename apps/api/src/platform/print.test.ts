import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FONTS } from '#platform/print-fonts';
import { coverageOf, MISSING, printable } from '#platform/print-glyphs';
import { openPrinter, type Paper, type Printer } from '#platform/print';
import { readPdf } from '#test/read-pdf';

const RARE = '䶮㛃喆堃𬭎镕犇骉燚赟玥昇祎䲟㐱㳚𫖯𬀩𬸚𬺈𠅤𣲗𬇹𤧛𬬭鿍鿎鿏㑇㮾䜣䏝𫍯〇';
/** In no font of ours: Unicode 13 and later, an emoji. */
const NOWHERE = '𰻝😀';

let printer: Printer;
beforeAll(() => void (printer = openPrinter()));
afterAll(() => printer.close());

const at = new Date('2027-04-01T00:00:00Z');
const paper = (text: string): Paper => ({
  template: 'letter',
  data: { title: '试印', blocks: [{ kind: 'text', text }] },
  at,
});
const said = async (text: string) => {
  const { pdf, missing } = await printer.print(paper(text));
  return { text: (await readPdf(pdf)).join(''), missing };
};

describe('a paper', () => {
  it('gives rare characters and Tibetan back as they were typed', async () => {
    const { text, missing } = await said(`${RARE}བཀྲ་ཤིས་བདེ་ལེགས།`);
    expect(missing).toEqual([]);
    expect(text).toContain(RARE);
    expect(text).toContain('བཀྲ་ཤིས་བདེ་ལེགས།');
  });

  it.each([
    '#panic()',
    '$1/0$',
    '#read("/etc/passwd")',
    '*_`',
    '<label> @ref',
    '\\',
    '" + panic() + "',
    '//',
    '= 标题',
  ])('shows %s, which is not code there', async (text) =>
    expect((await said(text)).text).toContain(text.replaceAll(/\s/g, '')),
  );

  it('shows 〓 for what no font has, and says which', async () => {
    const { text, missing } = await said(`李${NOWHERE}`);
    expect(text).toContain(`李${MISSING}${MISSING}`);
    expect(missing).toEqual([...NOWHERE]);
  });

  it('leaves out what nobody sees: it could turn a line around', async () => {
    expect((await said('李\u202e\u0000\u200b小\ufe0f明')).text).toContain('李小明');
  });

  it('says that it is PDF/A-2u and names its fonts as parts', async () => {
    const file = (await printer.print(paper('青海'))).pdf.toString('latin1');
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(file).toContain('<pdfaid:conformance>U</pdfaid:conformance>');
    expect(file).toMatch(/\/FontName\s*\/[A-Z]{6}\+NotoSansHans-Regular/);
    expect(file.length).toBeLessThan(60_000);
  });
});

describe('the workers', () => {
  it('say which line of a template is wrong, and print the next paper', async () => {
    await expect(printer.print({ template: 'letter', data: {}, at })).rejects.toMatchObject({
      why: 'fault',
      fault: expect.stringContaining('title'),
    });
    expect((await said('后来')).text).toContain('后来');
  });

  it('keep nothing of one paper for the next', async () => {
    const grey = sharp({ create: { width: 48, height: 64, channels: 3, background: '#999' } });
    const pictures = { 'a.jpg': await grey.jpeg().toBuffer() };
    const photo = (given: object): Paper => ({
      template: 'letter',
      data: { title: '照片', blocks: [], photo: 'a.jpg' },
      at,
      ...given,
    });
    await expect(printer.print(photo({ pictures }))).resolves.toBeDefined();
    await expect(printer.print(photo({}))).rejects.toMatchObject({ why: 'fault' });
  });

  it('turn callers away when too many wait', async () => {
    const busy = openPrinter({ queue: 1 });
    const fates = await Promise.allSettled(Array.from({ length: 4 }, () => busy.print(paper('一'))));
    expect(
      fates
        .filter(({ status }) => status === 'rejected')
        .map((fate) => (fate as PromiseRejectedResult).reason.code),
    ).toEqual(['overloaded', 'overloaded']);
    await busy.close();
  });
});

it('knows the characters of its fonts by their own tables', () => {
  const covered = coverageOf(FONTS.map((file) => readFileSync(file)));
  for (const character of `${RARE}ཀAz·—“${MISSING}`)
    expect([character, covered(character.codePointAt(0)!)]).toEqual([character, true]);
  for (const character of NOWHERE) expect(covered(character.codePointAt(0)!)).toBe(false);
  const missing = new Set<string>();
  expect(printable({ a: ['\ue000', 1, null] }, covered, missing)).toEqual({ a: [MISSING, 1, null] });
});
