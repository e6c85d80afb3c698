import { test as base } from '@playwright/test';
import { startProduct, type Product } from './server.ts';

export { expect } from '@playwright/test';

/** Playwright's `test` with the real product behind it, one per worker: `page.goto('/')` opens it. */
export const test = base.extend<{ baseURL: string }, { product: Product }>({
  product: [
    async ({}, provide) => {
      const product = await startProduct();
      await provide(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ product }, provide) => provide(product.url),
});
