import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#test/app';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());
const open = () => product.app.inject('/dev/outbox');

test('says where messages will appear while there are none', async () => {
  expect((await open()).body).toContain('还没有短信');
});

test('shows messages newest first, as text, without any script', async () => {
  const { sms } = product.services;
  await product.at('2027-03-08T02:00:00Z');
  await sms.send({
    phone: '13900000001',
    purpose: 'signIn',
    text: '验证码 123456，<script>alert(1)</script>',
  });
  await product.at('2027-03-08T02:01:00Z');
  await sms.send({ phone: '13900000002', purpose: 'notification', text: '您的基本信息已审核通过。' });
  const { body, headers } = await open();
  expect(body.indexOf('13900000002')).toBeLessThan(body.indexOf('13900000001'));
  expect(body).toContain('<b>123456</b>，&lt;script&gt;');
  expect(body).toContain('10:01:00');
  expect(body).not.toContain('<script');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});
