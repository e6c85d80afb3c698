import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '#platform/files';
import { newRing, openRing } from '#platform/keys';
import { s3Storage } from '#platform/storage-s3';

const secret = 's3cr/et+key';
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

// Signature version 4 from its published description ("Authenticating Requests: Using the Authorization Header").
function signed(request: IncomingMessage, body: Buffer): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=demo\/(\d{8})\/cn-north-1\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w{64})$/;
  const [, day, names, signature] = form.exec(request.headers.authorization ?? '') ?? [];
  if (!day || !names || request.headers['x-amz-content-sha256'] !== sha256(body)) return false;
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name)))
    return false;
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name])}\n`);
  const canonical = [request.method, request.url, '', headers.join(''), names, sha256(body)].join('\n');
  const scope = `${day}/cn-north-1/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = ['cn-north-1', 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, day));
  return hmac(key, toSign).toString('hex') === signature;
}

const objects = new Map<string, Buffer>();
const asked: string[] = [];
let faults: (number | 'cut' | 'silence')[] = [];
let host: string;

const server = createServer(async (request, response) => {
  const body = Buffer.concat(await request.toArray());
  const { method, url } = request as { method: string; url: string };
  asked.push(method);
  const fault = faults.shift();
  if (fault === 'cut') return void request.socket.destroy();
  if (fault === 'silence') return;
  const held = objects.get(url);
  if (fault || !signed(request, body)) return void response.writeHead(fault || 403).end();
  if (method === 'PUT') objects.set(url, body);
  if (method === 'DELETE') objects.delete(url);
  const missing = (method === 'GET' || method === 'HEAD') && !held;
  response.writeHead(missing ? 404 : 200).end(method === 'GET' ? held : undefined);
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close().closeAllConnections());
beforeEach(() => {
  objects.clear();
  asked.length = 0;
  faults = [];
});

const address = (password = secret) =>
  `s3://demo:${encodeURIComponent(password)}@${host}/pictures/qinghai?region=cn-north-1&tls=false`;
const quick = { pauseMs: 1, timeoutMs: 200 };

describe('an S3-compatible bucket', () => {
  it('refuses addresses that lack a part, without repeating the secret', () => {
    for (const url of ['', 'https://a/b', 's3://host/bucket', `s3://demo:${encodeURIComponent(secret)}@host`])
      expect(() => s3Storage(url)).toThrow(/^The storage address must look like/);
  });

  it('is refused with a wrong secret, at once', async () => {
    const storage = s3Storage(address('wrong'), quick);
    await expect(storage.put('0123', Buffer.from('x'))).rejects.toThrow('answered 403 to PUT');
    await expect(storage.get('0123')).rejects.toThrow('answered 403');
    expect(objects.size).toBe(0);
    expect(asked).toHaveLength(2);
  });

  it('gives up after some tries when the bucket stays down', async () => {
    faults = [500, 'cut', 503, 500, 500];
    await expect(s3Storage(address(), quick).put('0123', Buffer.from('x'))).rejects.toThrow(
      'answered 500 to PUT',
    );
    expect(asked).toHaveLength(4);
  });

  it('tries again after passing faults: an error, a cut line, silence', async () => {
    faults = [503, 'cut', 'silence'];
    await s3Storage(address(), quick).put('0123', Buffer.from('x'));
    expect([...objects.keys()]).toEqual(['/pictures/qinghai/01/23/0123']);
  });

  it('stores sealed files, finds them, removes them', async () => {
    const files = openFiles({ url: address(), keys: openRing(newRing('intl'), 'intl') });
    const bytes = Buffer.alloc(300_000, 'picture ');
    const key = await files.put('candidate-1', bytes);
    expect([...objects.values()][0]!.includes('picture')).toBe(false);
    expect((await files.get(key)).equals(bytes)).toBe(true);
    expect(await files.exists(key)).toBe(true);
    await files.remove(key);
    expect(await files.exists(key)).toBe(false);
    await expect(files.get(key)).rejects.toThrow('not in the storage');
  });
});
