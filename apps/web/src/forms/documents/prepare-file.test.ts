import { expect, it } from 'vitest';
import { otherKind, prepareFile, sizeText } from './prepare-file.ts';

const file = (content: BlobPart, name: string) => new File([content], name);
const said = (one: File) =>
  prepareFile(one).then(
    ({ name }) => `sent as ${name}`,
    (error: Error) => error.message,
  );

it.each([
  [file('', '空.pdf'), '文件是空的，请重新选择。'],
  [file('PK\x03\x04', '证明.docx'), '这是 Word、Excel 或压缩文件。请另存为 PDF 后上传。'],
  [file('我的证明', '证明.pdf'), '请上传 JPG、PNG、WebP 格式的图片，或 PDF 文件。'],
  [file('%PDF-'.padEnd(10 * 1024 * 1024 + 1), '大.pdf'), '文件超过 10 MB。请压缩，或分成几个文件后再上传。'],
  [file('%PDF-1.7', '证明'), 'sent as 证明'],
  [file(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), '小.jpg'), 'sent as 小.jpg'],
])('looks at what a file is, not at its name', async (one, sentence) => {
  expect(await said(one)).toBe(sentence);
});

it('says how large a file is', () => {
  expect([0, 86 * 1024, 1.25 * 1024 * 1024].map(sizeText)).toEqual(['1 KB', '86 KB', '1.3 MB']);
  expect(otherKind('photo.gif')).toMatch(/JPG/);
});
