import type { Page } from '@playwright/test';
import { KINDS } from '@zikao/contract/applications/kinds/index';
import { accessible } from './support/axe.ts';
import { next } from './support/candidate.ts';
import { fillStep } from './support/fill.ts';
import { applicationTime, FAILED, withHistory } from './support/history.ts';
import { approve, openCase, settle } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import {
  applied,
  approved,
  draftedApplication,
  filed,
  officerPage,
  uploaded,
  XINING,
} from './support/standing.ts';
import { expect, test } from './support/test.ts';

test('a rejected 变更 says why at its fields, is mended, and after 现场审核 the name is another everywhere', async ({
  page,
  browser,
  product,
}) => {
  const person = aPerson({ name: '才让东知' });
  const officer = await officerPage(browser, product);
  await filed(page, product, person);
  await approved(officer, 'profiles', person);
  await applicationTime(product);
  const proof = [await uploaded(page, '户口本.pdf')];
  const id = await draftedApplication(page, 'change', {
    what: ['name'],
    name: '才让',
    district: XINING,
    proof,
  });

  // The preview is open when the time is over; what was filled in waits for the next.
  await page.goto(`/applications/change/${id}/preview`);
  await expect(page.getByRole('heading', { name: '原始信息' })).toBeVisible();
  await expect(page.getByText('才让东知').first()).toBeVisible();
  await applicationTime(product, false);
  await next(page, '提交审核');
  await expect(page.getByText(/不在办理时间内/)).toBeVisible();
  await accessible(page);
  await applicationTime(product);
  await page.reload();
  await next(page, '提交审核');
  await expect(page.getByText('已提交，等待西宁市考区审核')).toBeVisible();

  await openCase(officer, 'change', person.idNumber, person.name);
  await expect(officer.getByText(/考生还没有到场/)).toBeVisible();
  await held(officer);
  await accessible(officer);
  await officer.keyboard.press('x');
  await officer.getByRole('group', { name: '姓名' }).getByRole('checkbox').first().check();
  await officer.getByRole('button', { name: /确认不通过/ }).click();
  await settle(officer);
  await expect(officer.getByText(`${person.name}：已退回修改`)).toBeVisible();

  await page.reload();
  await expect(page.getByText(/变更后的姓名与所交证件不一致/).first()).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: '修改后重新提交' }).click();
  const name = page.locator('#field-name');
  await expect(name).toBeFocused();
  await expect(page.getByText('还有 1 处需要修改')).toBeVisible();
  await name.fill('才让东智');
  await next(page, '下一步');
  await next(page, '提交审核');
  await expect(page.getByText(/第 2 次提交/)).toBeVisible();

  await openCase(officer, 'change', person.idNumber, person.name);
  await expect(officer.getByText(/已按退回意见修改/).first()).toBeVisible();
  await held(officer);
  await officer.keyboard.press('v');
  await expect(officer.getByText('已现场审核')).toBeVisible();
  await accessible(officer);
  await officer.keyboard.press('a');
  await settle(officer);
  await expect(officer.getByText(/：审核通过/)).toBeVisible();

  await page.reload();
  await expect(page.getByText('审核通过', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '才让东智' })).toBeVisible();
  await page.goto('/profile/view');
  await expect(page.getByText('才让东智').nth(1)).toBeVisible();
  await page.goto('/messages');
  await expect(page.getByText(/变更后的信息已记入档案/).first()).toBeVisible();
  await page.goto('/query/progress');
  await expect(page.getByText('变更申请：考区审核通过')).toBeVisible();
  await officer.context().close();
});

test('成绩复核 goes from the stamped form to the 告知单 that is collected', async ({
  page,
  browser,
  product,
}) => {
  const person = aPerson({ name: '复核一门' });
  const district = await officerPage(browser, product);
  const province = await officerPage(browser, product, 'province');
  await filed(page, product, person);
  await approved(district, 'profiles', person);
  await withHistory(product, person);
  const { decision } = KINDS.recheck;
  const id = await applied(page, 'recheck', {
    courses: [{ value: FAILED, note: '与估计的分数相差较大' }],
    district: XINING,
  });
  await page.goto(`/applications/recheck/${id}/print/form`);
  await expect(page.getByRole('heading', { name: /成绩复核申请表$/, level: 1 })).toBeVisible();
  await expect(page.getByText(/与估计的分数相差较大/)).toBeVisible();
  await accessible(page);

  await openCase(district, 'recheck', person.idNumber, person.name);
  await held(district);
  await district.keyboard.press('a');
  await expect(district.getByText('请上传盖章的申请表').first()).toBeVisible();
  await fillStep(district, decision!.district!, decision!.district!.steps[0]!, { stampedForm: ['申请表'] });
  await accessible(district);
  await approve(district);
  await expect(district.getByText(/已通过，报省考办审核/)).toBeVisible();

  await openCase(province, 'recheck', person.idNumber, person.name);
  await fillStep(province, decision!.province!, decision!.province!.steps[0]!, {
    results: [{ result: 'sum', score: '67', note: '第三题漏加 10 分' }],
  });
  await accessible(province);
  await approve(province);
  await expect(province.getByText(/：审核通过/)).toBeVisible();

  await page.goto(`/applications/recheck/${id}`);
  await expect(page.getByText('复核完成', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('合分有误').first()).toBeVisible();
  await page.getByRole('link', { name: /打印.*成绩复核告知单/ }).click();
  await expect(page.getByRole('heading', { name: /成绩复核告知单$/, level: 1 })).toBeVisible();
  await expect(page.getByText('67').first()).toBeVisible();
  await accessible(page);

  await district.goto('/admin/recheck?state=approved');
  await district.getByRole('link', { name: new RegExp(person.name) }).click();
  await district.getByRole('button', { name: '登记已领取告知单' }).click();
  await expect(district.getByText(`${person.name}：已登记领取告知单`)).toBeVisible();
  await page.goto(`/applications/recheck/${id}`);
  await expect(page.getByText('告知单已领取', { exact: true }).first()).toBeVisible();
  await district.context().close();
  await province.context().close();
});

/** Keys decide only while the case is held. */
const held = (officer: Page) => expect(officer.getByText(/您正在审核/)).toBeVisible();
