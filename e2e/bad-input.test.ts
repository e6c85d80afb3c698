import { getProfile, saveProfileDraft } from '@zikao/contract/candidates';
import { ask, must } from './support/api.ts';
import { accessible, fits } from './support/axe.ts';
import { next, register } from './support/candidate.ts';
import { codeOf, moveClock } from './support/database.ts';
import { aPerson } from './support/person.ts';
import { refused, summarised } from './support/said.ts';
import { agreed, newPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

test.afterEach(({ product }) => moveClock(product));

test('registering says at each field what is wrong, and keeps what was typed @phone', async ({
  page,
  browser,
  product,
}) => {
  const taken = aPerson({ name: '先来的人' });
  const before = await newPage(browser, product);
  await register(before, product, taken);
  await before.context().close();
  // A code may be sent to the same phone once a minute.
  await moveClock(product, new Date(Date.now() + 2 * 60_000));

  const person = aPerson({ name: '扎西·才让' });
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const send = () => page.getByRole('button', { name: '确认注册' }).click();
  await page.goto('/register');
  await expect(page).toHaveTitle(/^注册/);
  await send();
  await summarised(page, 6);
  for (const [label, sentence] of Object.entries(EMPTY)) await refused(page, field(label), sentence);
  await refused(page, page.getByRole('checkbox'), '请阅读并勾选同意个人信息处理告知');
  await accessible(page);
  await fits(page);

  const wrong = {
    姓名: '扎西<b>',
    身份证号: wrongCheckDigit(person.idNumber),
    手机号: '12345678901',
    短信验证码: '12',
    密码: 'abcdefgh',
  };
  for (const [label, value] of Object.entries(wrong)) await field(label).fill(value);
  await send();
  await summarised(page, 6);
  for (const [label, sentence] of Object.entries(WRONG)) await refused(page, field(label), sentence);
  for (const [label, value] of Object.entries(wrong)) await expect(field(label)).toHaveValue(value);

  await field('身份证号').fill('630102850101001');
  await send();
  await refused(page, field('身份证号'), '身份证号应为 18 位，现在是 15 位');

  // Right but for the code.
  await field('姓名').fill(person.name);
  await field('身份证号').fill(person.idNumber);
  await field('手机号').fill(person.phone);
  await field('密码').fill(person.password);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText(/验证码已发到/)).toBeVisible();
  const code = await codeOf(product, person.phone);
  await field('短信验证码').fill(code === '000000' ? '000001' : '000000');
  await send();
  await refused(page, field('短信验证码'), '短信验证码不正确或已过期');
  await summarised(page, 1);
  await expect(field('密码')).toHaveValue(person.password);

  // Somebody else has the ID number: the guide's words, and nothing about the other account.
  await field('身份证号').fill(taken.idNumber);
  await field('短信验证码').fill(code);
  await send();
  const notice = page.getByRole('alert').filter({ hasText: '该身份证号已被占用' });
  await expect(notice).toContainText(
    '请核对是否已注册并尝试登录；若确认非本人注册，请携带有效身份证件前往考区处理。',
  );
  await expect(notice.getByRole('link', { name: '去登录' })).toBeVisible();
  await expect(page.getByText(taken.name)).toHaveCount(0);
  await accessible(page);
  for (const [label, value] of [
    ['姓名', person.name],
    ['身份证号', taken.idNumber],
    ['手机号', person.phone],
    ['密码', person.password],
  ] as const)
    await expect(field(label)).toHaveValue(value);
  await expect(page.getByRole('checkbox')).toBeChecked();

  // Somebody else has the phone.
  await page.reload();
  const mine = { 姓名: person.name, 身份证号: person.idNumber, 手机号: taken.phone, 密码: person.password };
  for (const [label, value] of Object.entries(mine)) await field(label).fill(value);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '获取验证码' }).click();
  await expect(page.getByText(/验证码已发到/)).toBeVisible();
  await field('短信验证码').fill(await codeOf(product, taken.phone));
  await send();
  await refused(page, field('手机号'), '该手机号已注册过账号，一个手机号只允许注册一个账号');
  for (const [label, value] of Object.entries(mine)) await expect(field(label)).toHaveValue(value);
});

/** What the empty form says. */
const EMPTY = {
  姓名: '请填写姓名',
  身份证号: '请填写身份证号',
  手机号: '请填写手机号',
  短信验证码: '验证码是 6 位数字',
  密码: '请填写密码',
};
const WRONG = {
  姓名: '姓名请按身份证填写',
  身份证号: '身份证号有误，请逐位核对',
  手机号: '手机号应为 11 位数字，以 1 开头',
  短信验证码: '验证码是 6 位数字',
  密码: '密码要包含大写字母、小写字母、数字、符号中的三种',
};

const wrongCheckDigit = (id: string) => id.slice(0, 17) + (id[17] === '1' ? '2' : '1');

test('基本信息填报 says at each field what is wrong, and keeps what was typed @phone', async ({
  page,
  product,
}) => {
  const person = aPerson({ name: '多杰' });
  await register(page, product, person);
  await agreed(page);
  await page.goto('/profile/form');
  const field = (label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}(（选填）)?$`) });
  await field('姓名').fill('');
  await next(page, '下一步');
  await summarised(page, 14);
  for (const label of ['民族', '政治面貌', '文化程度', '职业', '考区'])
    await refused(page, page.getByRole('combobox', { name: label, exact: true }), `请选择${label}`);
  await refused(page, field('姓名'), '请填写姓名');
  await refused(page, field('通讯地址'), '请填写通讯地址');
  await expect(page.getByRole('link', { name: /请上传身份证人像面/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /请选择户口类别/ })).toBeVisible();
  await accessible(page);
  await fits(page);

  const wrong = {
    姓名: '多<杰>',
    工作单位: '<script>alert(1)</script>',
    通讯地址: '西宁',
    邮政编码: '81000',
    电子邮箱: 'name@',
    紧急联系人: '李',
    紧急联系人手机号: '1389700',
  };
  for (const [label, value] of Object.entries(wrong)) await field(label).fill(value);
  await next(page, '下一步');
  await summarised(page, 16);
  for (const [label, sentence] of Object.entries({
    姓名: '姓名请按身份证填写',
    工作单位: '工作单位里有不能使用的符号，请删去',
    通讯地址: '通讯地址至少 6 个字',
    邮政编码: '邮政编码是 6 位数字',
    电子邮箱: '电子邮箱格式不正确，例如 name@example.com',
    紧急联系人: '姓名至少两个字',
    紧急联系人手机号: '手机号应为 11 位数字，以 1 开头',
  }))
    await refused(page, field(label), sentence);

  // Longer than there is room for: no key is taken beyond it, and the server takes no more either.
  await field('通讯地址').fill('西'.repeat(150));
  await expect(field('通讯地址')).toHaveValue('西'.repeat(100));
  await expect(page.getByText(/已保存 \d/)).toBeVisible();
  const { version } = await must(page, getProfile);
  const long = await ask(page, saveProfileDraft, { body: { address: '西'.repeat(5000) } }, version);
  expect(long.status()).toBe(422);

  // Everything typed, right or wrong, is there again on the next day.
  await page.reload();
  await expect(field('通讯地址')).toHaveValue('西'.repeat(100));
  await expect(field('工作单位')).toHaveValue(wrong.工作单位);
  await expect(field('邮政编码')).toHaveValue(wrong.邮政编码);
  await expect(field('姓名')).toHaveValue(wrong.姓名);
});
