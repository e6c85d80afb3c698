import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#test/app';

let product: TestApp;
beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());

test('says that it is ready when the database answers', async () => {
  const { statusCode } = await product.app.inject('/readyz');
  expect(statusCode).toBe(200);
});
