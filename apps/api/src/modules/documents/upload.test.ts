import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Document,
  getDocumentFile,
  getDocumentPage,
  getDocumentThumbnail,
  listDocuments,
  MAX_DOCUMENTS,
  uploadDocument,
} from '@zikao/contract/documents';
import { downloadData } from '@zikao/contract/identity';
import { animated, drawPaper, drawPortrait, hugePng, polyglot, scripted, truncated } from '@zikao/pictures';
import { forget } from '#platform/limit';
import { limits } from '#platform/tables';
import { documents } from '#tables/documents';
import { createTestApp, type TestApp } from '#test/app';
import type { Caller } from '#test/caller';
import { aDocument } from '#test/factories/documents';
import { aCandidate } from '#test/factories/identity';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());

const upload = (caller: Caller, body: Buffer, name = '证明.pdf', type = 'application/octet-stream') =>
  caller.call(uploadDocument, { query: { name }, body: body as never }, { 'content-type': type });
const kept = (owner: string) =>
  product.services.db.select().from(documents).where(eq(documents.owner, owner));

describe('a file is refused, in Chinese and without a trace,', () => {
  const photo = () => drawPortrait({ seed: 1 });
  const zip = Buffer.from('PK\x03\x04\x14\x00\x06\x00word/document.xml');
  const bad: [what: string, code: string, says: RegExp, make: () => Buffer | Promise<Buffer>][] = [
    ['empty', 'document.unreadable', /文件是空的/, () => Buffer.alloc(0)],
    ['a text', 'document.wrongType', /^$/, () => Buffer.from('我的证明')],
    ['a Word file', 'document.wrongType', /另存为 PDF/, () => zip],
    ['a GIF', 'document.wrongType', /GIF.*另存为 JPG/, () => Buffer.from('GIF89a')],
    ['over 10 MB', 'document.tooLarge', /^$/, () => Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.7\n')],
    ['a picture cut off', 'picture.unreadable', /^$/, async () => truncated(await photo())],
    ['a picture of 900 million dots', 'picture.tooManyPixels', /^$/, () => hugePng()],
    ['a moving picture', 'picture.animated', /^$/, async () => animated(await photo())],
    ['a picture and a ZIP', 'picture.wrongType', /夹带/, async () => polyglot(await photo())],
    ['a PDF and a ZIP', 'document.wrongType', /夹带/, () => polyglot(drawPaper())],
    [
      'a PDF and a page',
      'document.wrongType',
      /夹带/,
      () => Buffer.concat([drawPaper(), Buffer.from('<html>')]),
    ],
    [
      'a page and a PDF',
      'document.wrongType',
      /夹带/,
      () => Buffer.from(`%PDF-1.7\n<script>0</script>${drawPaper().toString('latin1')}`, 'latin1'),
    ],
    ['a PDF cut off', 'document.unreadable', /^$/, () => truncated(drawPaper({ pages: 20 }))],
    ['a PDF with a script', 'document.script', /^$/, scripted],
  ];
  test.each(bad)('%s', async (_, code, says, make) => {
    const { id, caller } = await aCandidate(product);
    const { status, body } = await upload(caller, await make());
    expect([status, body.code]).toEqual([code === 'document.tooLarge' ? 413 : 422, code]);
    expect(body.title).toMatch(/[\u4e00-\u9fff]/);
    expect(body.detail ?? '').toMatch(says);
    expect(await kept(id)).toEqual([]);
  });
});

describe('a file that is taken', () => {
  test('is a picture re-encoded, whatever its name says, without what was written into it', async () => {
    const { caller } = await aCandidate(product);
    const secret = sharp(await drawPortrait({ seed: 2 })).withExif({ IFD0: { ImageDescription: 'secret' } });
    const { status, body } = await upload(caller, await secret.png().toBuffer(), '照片.jpg', 'image/png');
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'picture', name: '照片.jpg', used: false });
    expect(body.pages).toHaveLength(1);
    const saved = await caller.call(getDocumentFile, { params: { id: body.id } });
    expect(saved.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect((await sharp(saved.bytes).metadata()).format).toBe('jpeg');
    expect(saved.bytes.includes('secret')).toBe(false);
  });

  test('is a PDF written anew; its pages and a small one of the first are pictures', async () => {
    const { caller } = await aCandidate(product);
    const { body } = await upload(caller, drawPaper({ pages: 3, extra: ['(out of reach)'] }));
    expect(body).toMatchObject({ kind: 'pdf' });
    expect(body.pages).toEqual(Array.from({ length: 3 }, () => ({ width: 1240, height: 1754 })));
    const { id } = body;
    const saved = await caller.call(getDocumentFile, { params: { id } });
    expect(saved.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(saved.bytes.includes('out of reach')).toBe(false);
    const page = await caller.call(getDocumentPage, { params: { id, page: '3' } as never });
    expect([page.status, page.headers['content-type']]).toEqual([200, 'image/jpeg']);
    const small = await caller.call(getDocumentThumbnail, { params: { id } });
    expect((await sharp(small.bytes).metadata()).height).toBe(320);
    for (const beyond of ['0', '4', '31', 'x'])
      expect((await caller.call(getDocumentPage, { params: { id, page: beyond } as never })).status).toBe(
        404,
      );
  });

  test('lies sealed, and its name too', async () => {
    const { id, caller } = await aCandidate(product);
    const { body } = await upload(caller, drawPaper(), '卓玛措 63010219990514 证明.pdf');
    const [row] = await kept(id);
    expect(row!.name.includes('卓玛措')).toBe(false);
    expect((await product.services.files.get(row!.file)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(body.name).toBe('卓玛措 63010219990514 证明.pdf');
  });

  test.each([
    ['C:\\fakepath\\成绩单.pdf', '成绩单.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['<img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1).pdf'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    [`${'长'.repeat(200)}.pdf`, `${'长'.repeat(89)}…${'长'.repeat(6)}.pdf`],
    ['   ', '文件'],
  ])('is called what can be taken for a name: %j', async (given, shown) => {
    const { caller } = await aCandidate(product);
    expect((await upload(caller, drawPaper({ lines: [given] }), given)).body.name).toBe(shown);
  });

  test('is listed, the latest first, and part of 下载我的数据', async () => {
    const { caller } = await aCandidate(product);
    await upload(caller, drawPaper({ lines: ['一'] }), '一.pdf');
    await upload(caller, drawPaper({ lines: ['二'] }), '二.pdf');
    const { items } = (await caller.call(listDocuments)).body as { items: Document[] };
    expect(items.map(({ name }) => name)).toEqual(['二.pdf', '一.pdf']);
    const { body } = await caller.call(downloadData);
    expect(body.documents).toMatchObject([
      { name: '二.pdf', pages: 1, used: false, link: `/api/v1/documents/${items[0]!.id}/file` },
      { name: '一.pdf' },
    ]);
  });
});

describe('the same file', () => {
  test('is kept once, under the name it was given last', async () => {
    const { id, caller } = await aCandidate(product);
    const first = await upload(caller, drawPaper(), '扫描件1.pdf');
    const again = await upload(caller, drawPaper(), '毕业证.pdf');
    expect(again.body).toEqual({ ...first.body, name: '毕业证.pdf' });
    expect(await kept(id)).toHaveLength(1);
  });

  test('sent five times at once is kept once, and every answer names it', async () => {
    const { id, caller } = await aCandidate(product);
    const file = drawPaper({ lines: ['五次'] });
    const replies = await Promise.all(Array.from({ length: 5 }, () => upload(caller, file)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const [row, ...more] = await kept(id);
    expect(more).toEqual([]);
    expect(new Set(replies.map(({ body }) => body.id))).toEqual(new Set([row!.id]));
    for (const { bytes } of [await caller.call(getDocumentFile, { params: { id: row!.id } })])
      expect(bytes.length).toBe(row!.bytes);
  });

  test('of two people is two files', async () => {
    const [one, two] = [await aCandidate(product), await aCandidate(product)];
    const [first, second] = [await upload(one.caller, drawPaper()), await upload(two.caller, drawPaper())];
    expect(first.body.id).not.toBe(second.body.id);
    const theirs = await two.caller.call(getDocumentFile, { params: { id: first.body.id } });
    expect(theirs.status).toBe(404);
  });
});

describe('a person', () => {
  test(`keeps ${MAX_DOCUMENTS} files at most, also when many come at once`, async () => {
    const { id, caller } = await aCandidate(product);
    for (let n = 0; n < MAX_DOCUMENTS - 1; n++) await aDocument(product, id);
    const replies = await Promise.all(
      ['一', '二', '三'].map((line) => upload(caller, drawPaper({ lines: [line] }))),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await kept(id)).toHaveLength(MAX_DOCUMENTS);
  });

  test('uploads 120 new files an hour at most', async () => {
    const { id, caller } = await aCandidate(product);
    const { db } = product.services;
    await db.insert(limits).values({ key: `document:${id}`, count: 120, since: sql`app_now()` });
    expect((await upload(caller, drawPaper())).body).toMatchObject({ code: 'document.tooOften' });
    await forget(product.services, `document:${id}`);
    expect((await upload(caller, drawPaper())).status).toBe(201);
  });
});
