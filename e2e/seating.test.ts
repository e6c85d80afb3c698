import { createSession } from '@zikao/contract/sessions';
import { accessible, fits } from './support/axe.ts';
import { must } from './support/api.ts';
import { signInAsOfficer } from './support/officer.ts';
import { picture } from './support/picture.ts';
import { approvePeople } from './support/seated.ts';
import { XINING } from './support/standing.ts';
import { expect, test } from './support/test.ts';

// Journeys share the product: this one seats a session of its own, and takes its seats back at the end.
test('the province plans the seats, publishes them, changes two by the keyboard, and takes them back', async ({
  page,
  product,
}, info) => {
  await signInAsOfficer(page, product, 'province');
  const session = await must(page, createSession, { body: { year: 2041, month: 4 } });
  await approvePeople(product, session.id, { district: XINING, people: 40 });

  await page.getByRole('link', { name: '考场编排' }).click();
  await page.getByLabel('考次').selectOption({ label: session.name });
  await accessible(page);
  await page.getByRole('button', { name: '开始试排' }).click();
  await expect(page.getByRole('heading', { name: '编排报告' })).toBeVisible();
  await expect(page.getByText('公布后显示')).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: '公布座次' }).click();
  await page.getByRole('button', { name: '确认公布' }).click();
  await expect(page.getByRole('heading', { name: '座次已公布' })).toBeVisible();

  await page
    .getByRole('link', { name: /^\d+ 考场$/ })
    .first()
    .click();
  const seats = page.getByRole('group', { name: /座位图/ });
  const first = seats.getByRole('button', { name: /^1\s*座/ });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await expect(seats.getByRole('button', { name: /^2\s*座/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const name = await first.locator('.seat__name').innerText();
  await picture(page, info, 'room');
  await page.getByRole('button', { name: '调整座位' }).click();
  // The last seat of the room; down the even columns a step leads back.
  const target = seats.getByRole('button').last();
  await target.click();
  await page.getByLabel('调整的原因').fill('座位损坏');
  await accessible(page);
  await page.getByRole('button', { name: /^确认/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(target).toHaveAccessibleName(new RegExp(name));
  await page.setViewportSize({ width: 390, height: 844 });
  await accessible(page);
  await fits(page);

  await page.getByRole('link', { name: '全部考场' }).click();
  await fits(page);
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByLabel('撤回的原因').fill('演练结束');
  await page.getByRole('button', { name: '确认撤回' }).click();
  await expect(page.getByText('演练结束')).toBeVisible();
});
