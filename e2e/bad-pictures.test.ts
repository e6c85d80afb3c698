import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Page } from '@playwright/test';
import { getPicture, getProfile, uploadPicture } from '@zikao/contract/candidates';
import { animated, hugePng, mislabelled, polyglot, truncated } from '@zikao/pictures';
import sharp from 'sharp';
import { ask, must } from './support/api.ts';
import { accessible } from './support/axe.ts';
import { register } from './support/candidate.ts';
import { onDatabase } from './support/database.ts';
import { cardFiles } from './support/files.ts';
import { aPerson } from './support/person.ts';
import type { Product } from './support/server.ts';
import { agreed, sendPicture } from './support/standing.ts';
import { expect, test } from './support/test.ts';

test('a picture that cannot be one is refused with what to do, and touches nothing', async ({
  page,
  product,
}) => {
  const person = aPerson({ name: '坏图片' });
  await register(page, product, person);
  await agreed(page);
  const card = (await cardFiles(person)).portrait.buffer;
  const kept = await sendPicture(page, 'cardPortrait', { buffer: card });
  await page.goto('/profile/form');
  await page.getByLabel('通讯地址').fill('西宁市城东区共和路 12 号');
  await expect(page.getByText(/已保存 \d/)).toBeVisible();

  // In the cropper: nothing is sent at all.
  const sent: string[] = [];
  page.on('request', (one) => one.method() === 'PUT' && sent.push(one.url()));
  const bad = await badPictures(card);
  for (const [name, buffer, sentence] of [
    ['太大.jpg', bad.oversized, '图片超过 15 MB。请换一张小一些的，或先在手机里压缩。'],
    ['断开.jpg', bad.truncated, '这张图片打不开，可能没有下载完整或已经损坏。请换一张。'],
    ['文字.jpg', bad.text, '这不是图片文件。请选择 JPG、PNG、WebP 或 HEIC 格式的图片。'],
    ['动图.jpg', bad.gif, '这不是图片文件。请选择 JPG、PNG、WebP 或 HEIC 格式的图片。'],
    ['巨大.png', bad.huge, /图片有 30000×30000 像素，太大了|这张图片打不开/],
  ] as const) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '重新选择身份证人像面' }).click();
    await (await chooser).setFiles({ name, mimeType: 'image/jpeg', buffer });
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('alert')).toContainText(sentence);
    if (name === '太大.jpg') await accessible(page);
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(dialog).toBeHidden();
  }
  expect(sent).toEqual([]);

  // Past the cropper: the server refuses by the bytes.
  const stored = await pictureRows(product, person.name);
  for (const [bytes, code] of [
    [bad.truncated, 'picture.unreadable'],
    [bad.text, 'picture.wrongType'],
    [bad.gif, 'picture.wrongType'],
    [bad.huge, 'picture.tooManyPixels'],
    [bad.polyglot, 'picture.wrongType'],
    [bad.animated, 'picture.animated'],
  ] as const) {
    const answer = await ask(page, uploadPicture, { params: { kind: 'cardPortrait' }, body: bytes as never });
    expect(answer.status(), code).toBeGreaterThanOrEqual(400);
    expect(answer.status(), code).toBeLessThan(500);
    expect(answer.headers()['content-type']).toContain('application/problem+json');
    const problem = await answer.json();
    expect(problem).toMatchObject({ code });
    expect(problem.title).toMatch(/^\p{Script=Han}/u);
  }
  expect(await announce(page, product, bad.oversized.length)).toBe(413);
  const labelled = await page.request.fetch(`${product.url}/api/v1/profile/pictures/cardPortrait`, {
    method: 'PUT',
    headers: { origin: product.url, 'content-type': 'image/jpeg' },
    data: bad.mislabelled,
  });
  expect(await labelled.json()).toMatchObject({ code: 'picture.wrongType' });

  expect(await pictureRows(product, person.name)).toEqual(stored);
  const { answers } = await must(page, getProfile);
  expect(answers['cardPortrait']).toBe(kept);
  await expect(page.getByLabel('通讯地址')).toHaveValue('西宁市城东区共和路 12 号');
  await page.reload();
  await expect(page.getByLabel('通讯地址')).toHaveValue('西宁市城东区共和路 12 号');
  await expect(page.getByAltText('已上传的身份证人像面')).toBeVisible();

  // What only hides something loses it: the cropper sends the picture alone.
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '重新选择身份证人像面' }).click();
  await (await chooser).setFiles({ name: '夹带.jpg', mimeType: 'image/jpeg', buffer: bad.polyglot });
  const answer = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByRole('button', { name: '保存修改' }).click();
  const { picture } = await (await answer).json();
  const clean = await (await ask(page, getPicture, { params: { id: picture.id } })).body();
  expect(clean.includes('PK\x03\x04')).toBe(false);
  expect(clean.includes('run.js')).toBe(false);

  // Too small for its print: the sentence of the server stands at the picture, which stays as it was.
  const small = await sharp(card).resize(200).jpeg().toBuffer();
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '重新选择身份证人像面' }).click();
  await (await again).setFiles({ name: '太小.jpg', mimeType: 'image/jpeg', buffer: small });
  await page.getByRole('button', { name: '保存修改' }).click();
  await expect(page.getByText(/图片尺寸太小/)).toBeVisible();
  expect((await must(page, getProfile)).answers['cardPortrait']).toBe(picture.id);
});

async function badPictures(card: Buffer) {
  return {
    oversized: Buffer.concat([card, Buffer.alloc(15 * 1024 * 1024)]),
    truncated: truncated(card),
    text: Buffer.from('这不是一张图片，只是改了名字。'.repeat(200)),
    gif: await sharp(card).resize(300).gif().toBuffer(),
    huge: hugePng(),
    polyglot: polyglot(card),
    animated: await animated(card),
    mislabelled: await mislabelled(card),
  };
}

/** The status for an upload of that many bytes: it comes before they are sent, and the server hangs up. */
async function announce(page: Page, { url }: Product, bytes: number): Promise<number | undefined> {
  const cookies = await page.context().cookies();
  const sending = request(`${url}/api/v1/profile/pictures/cardPortrait`, {
    method: 'PUT',
    headers: {
      origin: url,
      cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      'content-type': 'application/octet-stream',
      'content-length': bytes,
    },
  });
  sending.flushHeaders();
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  sending.on('error', () => {}).destroy();
  return answer.statusCode;
}

const pictureRows = (product: Product, name: string) =>
  onDatabase(
    product,
    'select p.* from pictures p join accounts a on a.id = p.owner where a.name = $1 order by p.id',
    [name],
  );
