import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '#test/app';

let product: TestApp;
const get = (url: string) => product.app.inject({ method: 'GET', url });

beforeAll(async () => {
  product = await createTestApp();
});
afterAll(() => product.close());

describe('the reference', () => {
  it('is a page without inline scripts, under the same strict policy as every page', async () => {
    const { statusCode, body, headers } = await get('/api/docs');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(body).not.toMatch(/<script(?! src="\/api\/docs\/)/);
    expect(body).not.toMatch(/https?:/);
  });

  it('brings the viewer and starts it on the document of this server', async () => {
    expect((await get('/api/docs/viewer/js/scalar.js')).statusCode).toBe(200);
    expect((await get('/api/docs/start.js')).body).toContain('"url":"/api/openapi.json"');
    const { headers, body } = await get('/api/openapi.json');
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(body).openapi).toBe('3.1.0');
  });

  it("hides the viewer's own page, which the policy would break", async () => {
    expect((await get('/api/docs/viewer/')).statusCode).toBe(404);
    expect((await get('/api/docs/viewer')).statusCode).toBe(404);
  });
});
