import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { accessible, fits } from './support/axe.ts';
import { register } from './support/candidate.ts';
import { cardFiles } from './support/files.ts';
import { aPerson } from './support/person.ts';
import { agreed } from './support/standing.ts';
import { expect, test } from './support/test.ts';

const WIDTH = 1600;
const HEIGHT = 1000;

test('what is sent is the preview to the pixel, however the frame was moved @phone', async ({
  page,
  product,
}, info) => {
  const person = aPerson({ name: '裁剪' });
  await register(page, product, person);
  await agreed(page);
  await page.goto('/profile/form');
  await catchUploads(page);
  const desk = page.getByRole('dialog');
  const corner = (name: string) => desk.getByRole('button', { name: `相框${name}，用方向键改变大小` });

  // In this picture every dot tells where it is: the preview shows exactly what the frame surrounds.
  await choose(page, { name: '坐标.png', mimeType: 'image/png', buffer: await coordinates() });
  await sameRegion(desk);
  await accessible(page);
  await fits(page);
  if (info.project.name === 'phone') await fillsTheWidth(page, desk);

  let size = await sizeOf(desk);
  const changed = async (way: string) => {
    const now = await sizeOf(desk);
    expect(now, way).not.toBe(size);
    size = now;
    await sameRegion(desk);
  };
  await drag(page, corner('右下角'), { x: -60, y: -40 });
  await changed('dragging a corner');
  await corner('左上角').focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowRight');
  await changed('arrow keys at a corner');
  await desk.getByText('不拖动，用按钮移动').click();
  await desk.getByLabel('要移动的是').selectOption({ label: '相框右上角' });
  for (let i = 0; i < 3; i += 1) await desk.getByRole('button', { name: '下移' }).click();
  await changed('buttons without dragging');
  await desk.getByLabel('要移动的是').selectOption({ label: '整个相框' });
  await desk.getByRole('button', { name: '左移' }).click();
  expect(await sizeOf(desk)).toBe(size);
  await sameRegion(desk);
  await desk.getByRole('button', { name: '放大' }).click();
  await changed('zooming');
  await sends(page, desk, '身份证人像面');

  // A real card, turned and straightened.
  await choose(page, (await cardFiles(person)).portrait);
  await desk.getByRole('button', { name: '右转 90°' }).click();
  await desk.getByRole('button', { name: '左转 90°' }).click();
  await desk.getByRole('slider', { name: '微调角度' }).fill('-3.5');
  await desk.getByRole('button', { name: '蓝色相框，用方向键移动' }).focus();
  await page.keyboard.press('ArrowLeft');
  await sends(page, desk, '身份证人像面');
});

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /选择身份证人像面/ }).click();
  await (await chooser).setFiles(file);
  await expect(preview(page.getByRole('dialog'))).toBeVisible();
  await expect(page.getByRole('dialog').getByText(/像素$/)).toBeVisible();
}

const preview = (desk: Locator) => desk.getByRole('img', { name: '保存后的照片' });

const sizeOf = (desk: Locator) => desk.getByText(/\d+ × \d+ 像素$/).innerText();

/** The corners of the preview hold the dots that lie under the corners of the frame. */
async function sameRegion(desk: Locator): Promise<void> {
  await drawn(desk);
  const stage = desk.page().locator('.crop-stage__media');
  const [frame, picture] = [await desk.locator('.crop-frame').boundingBox(), await stage.boundingBox()];
  const shown = await preview(desk).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const pen = canvas.getContext('2d')!;
    const dot = (x: number, y: number) => [...pen.getImageData(x, y, 1, 1).data].slice(0, 2);
    return [dot(2, 2), dot(canvas.width - 3, canvas.height - 3)];
  });
  const expected = [
    [frame!.x, frame!.y],
    [frame!.x + frame!.width, frame!.y + frame!.height],
  ].map(([x, y]) => [
    (255 * (x! - picture!.x)) / picture!.width,
    (255 * (y! - picture!.y)) / picture!.height,
  ]);
  for (const [i, [red, green]] of shown.entries()) {
    expect(Math.abs(red! - expected[i]![0]!), `x ${red} for ${expected[i]![0]}`).toBeLessThan(4);
    expect(Math.abs(green! - expected[i]![1]!), `y ${green} for ${expected[i]![1]}`).toBeLessThan(4);
  }
}

/** Red grows from left to right, green from top to bottom. */
function coordinates(): Promise<Buffer> {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    data[at * 3] = Math.round((255 * (at % WIDTH)) / WIDTH);
    data[at * 3 + 1] = Math.round((255 * Math.floor(at / WIDTH)) / HEIGHT);
  }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
}

/** Saves, and compares the bytes that left with the preview as it was. */
async function sends(page: Page, desk: Locator, label: string): Promise<void> {
  await drawn(desk);
  const shown = await preview(desk).evaluate(async (element) => {
    const canvas = element as HTMLCanvasElement;
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
    const bytes = [...new Uint8Array(await blob!.arrayBuffer())];
    return { bytes, width: canvas.width, height: canvas.height };
  });
  const answer = page.waitForResponse((response) => response.request().method() === 'PUT');
  await desk.getByRole('button', { name: '保存修改' }).click();
  const { picture } = await (await answer).json();
  const sent = await page.evaluate(async () => {
    const last = (window as unknown as { sent: Blob[] }).sent.at(-1)!;
    return [...new Uint8Array(await last.arrayBuffer())];
  });
  expect(Buffer.from(sent).equals(Buffer.from(shown.bytes))).toBe(true);
  expect(picture).toMatchObject({ width: shown.width, height: shown.height });
  await expect(page.getByAltText(`已上传的${label}`)).toBeVisible();
}

/** The preview follows with the next frame of the screen. */
const drawn = (desk: Locator) =>
  desk.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

/** The browser's protocol does not show the bytes of a Blob that is sent; the page does. */
async function catchUploads(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sent: unknown[] = [];
    Object.assign(window, { sent });
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) {
      sent.push(body);
      send.call(this, body);
    };
  });
}

async function fillsTheWidth(page: Page, desk: Locator): Promise<void> {
  const frame = (await desk.locator('.crop-frame').boundingBox())!;
  const { width } = page.viewportSize()!;
  expect(frame.width).toBeGreaterThan(width * 0.9);
  expect(frame.x).toBeGreaterThanOrEqual(0);
  expect(frame.x + frame.width).toBeLessThanOrEqual(width);
}

/** With the mouse, or with a finger where there is no mouse. */
async function drag(page: Page, grip: Locator, by: { x: number; y: number }): Promise<void> {
  await grip.scrollIntoViewIfNeeded();
  const box = (await grip.boundingBox())!;
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const path = [0.25, 0.5, 0.75, 1].map((share) => ({ x: from.x + by.x * share, y: from.y + by.y * share }));
  if (!(await page.evaluate(() => matchMedia('(pointer: coarse)').matches))) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (const { x, y } of path) await page.mouse.move(x, y);
    return page.mouse.up();
  }
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  for (const point of path) await touch('touchMove', [point]);
  await touch('touchEnd', []);
}
