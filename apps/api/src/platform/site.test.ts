import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from '#platform/site';

const PAGE = '<!doctype html><title>平台</title>';
const SCRIPT = 'console.log("平台")';
let site: string;
let app: FastifyInstance;

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'zikao-site-'));
  mkdirSync(join(site, 'assets'));
  for (const [file, text] of Object.entries({ 'index.html': PAGE, 'assets/main-1a2b.js': SCRIPT })) {
    writeFileSync(join(site, file), text);
    writeFileSync(join(site, `${file}.br`), brotliCompressSync(text));
    writeFileSync(join(site, `${file}.gz`), gzipSync(text));
  }
  writeFileSync(join(site, 'favicon.svg'), '<svg/>');
  app = Fastify();
  await serveSite(app, site);
});
afterAll(async () => {
  await app.close();
  rmSync(site, { recursive: true });
});

const get = (url: string, encodings?: string) =>
  app.inject({ url, ...(encodings && { headers: { 'accept-encoding': encodings } }) });

test('answers 404 to a file that is not there, and to the packed ones by their own names', async () => {
  for (const url of ['/assets/other.js', '/assets/main-1a2b.js.br', '/index.html.gz', '/api/v1/nothing'])
    expect((await get(url)).statusCode).toBe(404);
});

test.each(['/', '/enrolment/courses', '/assets/main-1a2b.js'])(
  'sends %s packed as the browser takes it, and plain to one that takes nothing',
  async (url) => {
    for (const [encodings, chosen] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
      [undefined, undefined],
    ]) {
      const { headers, rawPayload } = await get(url, encodings);
      expect(headers['content-encoding']).toBe(chosen);
      expect(headers.vary).toBe('accept-encoding');
      const text = url.endsWith('.js') ? SCRIPT : PAGE;
      const packed = { br: brotliCompressSync, gzip: gzipSync }[chosen ?? ''];
      expect(rawPayload.equals(packed ? packed(text) : Buffer.from(text))).toBe(true);
      expect(headers['content-type']).toMatch(url.endsWith('.js') ? 'javascript' : 'text/html');
    }
  },
);

test('sends what is not packed plain, to everybody', async () => {
  const { headers, body } = await get('/favicon.svg', 'br');
  expect([headers['content-encoding'], body]).toEqual([undefined, '<svg/>']);
});

test('lets hashed files be kept for good and the page be asked for again', async () => {
  expect((await get('/assets/main-1a2b.js', 'br')).headers['cache-control']).toContain('immutable');
  expect((await get('/', 'br')).headers['cache-control']).toBe('no-cache');
  expect((await get('/home', 'br')).headers['cache-control']).toBe('no-cache');
});
