import type { Page } from '@playwright/test';
import type { Kind } from '@zikao/contract/applications/kind';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import type { Stage } from '@zikao/contract/applications/lifecycle';
import { getRecord } from '@zikao/contract/records';
import { must } from './support/api.ts';
import { accessible, fits } from './support/axe.ts';
import { next, openMenu } from './support/candidate.ts';
import { fillStep } from './support/fill.ts';
import { applicationTime, FAILED, withHistory } from './support/history.ts';
import { aPerson, type Person } from './support/person.ts';
import { picture } from './support/picture.ts';
import { SAMPLES } from './support/samples.ts';
import { approved, filed, officerPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

/** 转出 freezes the record, so it comes last. */
const ORDER = ['change', 'transferIn', 'exemption', 'recheck', 'transferOut'] as const;

test('every kind of application goes from the menu to its effect @phone', async ({
  page,
  browser,
  product,
}, info) => {
  test.slow(); // five kinds in one standing: preparing it takes as long as walking through one
  const person = aPerson({ name: '卓玛·才让' });
  const district = await officerPage(browser, product);
  const province = await officerPage(browser, product, 'province');
  await filed(page, product, person);
  await approved(district, 'profiles', person);
  await withHistory(product, person);
  await applicationTime(product);
  expect(new Set<string>(ORDER)).toEqual(new Set(Object.keys(KINDS)));
  await page.goto('/home');

  for (const key of ORDER) {
    const kind: Kind = KINDS[key];
    await test.step(kind.title, async () => {
      await openMenu(page, '申请', kind.title);
      await look(page, kind.title);
      await page.getByRole('button', { name: '申请', exact: true }).last().click();
      for (const step of kind.form.steps) {
        await expect(page.getByRole('heading', { level: 1, name: step.title })).toBeVisible();
        if (step.kind === 'notice') await page.getByRole('checkbox', { name: step.tick }).check();
        if (step.kind === 'fields') await fillStep(page, kind.form, step, SAMPLES[key]);
        await look(page);
        if (key === 'change' && step.kind === 'preview') await picture(page, info, 'application');
        if ('next' in step) await next(page, step.next);
      }
      await expect(page.getByText(/^已提交，等待西宁市考区审核/)).toBeVisible();
      await look(page);
      await decide(district, kind, 'district', person);
      if (kind.stages.includes('province')) await decide(province, kind, 'province', person);
      await page.reload();
      await expect(
        page.getByText(kind.states?.approved ?? '审核通过', { exact: true }).first(),
      ).toBeVisible();
      await look(page);
    });
  }

  const { items, standing } = await must(page, getRecord);
  expect(items.filter(({ kind }) => kind === 'transferred').map(({ code }) => code)).toEqual(
    expect.arrayContaining(['00541', '00538']),
  );
  expect(items.find(({ kind }) => kind === 'exempted')?.code).toBe('13000');
  expect(items.find(({ code }) => code === FAILED)).toMatchObject({ kind: 'passed', score: '67' });
  expect(standing.state).toBe('frozen');
  await page.goto('/account');
  await expect(page.getByText('才让·卓玛').filter({ visible: true }).first()).toBeVisible();
  await district.context().close();
  await province.context().close();
});

async function decide(officer: Page, kind: Kind, stage: Stage, person: Person): Promise<void> {
  const results = [{ value: FAILED, result: 'sum', score: '67', note: '第三题漏加 10 分' }];
  const asked =
    kind.decision?.[stage] && (stage === 'province' ? { fields: { results } } : { scan: 'stampedForm' });
  await approved(officer, kind.key, person, { meet: kind.onSite?.at === stage, ...asked });
}

async function look(page: Page, heading?: string): Promise<void> {
  if (heading) await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await accessible(page);
  await fits(page);
}
