import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { fanOut, type Storage } from '#platform/storage';

export type S3Options = { timeoutMs?: number; attempts?: number; pauseMs?: number };

/**
 * An S3-compatible bucket: `s3://key:secret@host:port/bucket/optional/prefix?region=cn-north-1&tls=false`.
 * Path-style addresses, signature version 4 over the body as well. Network faults, 429 and 5xx are tried again;
 * any other refusal throws at once with the status, never with the credentials.
 */
export function s3Storage(url: string, options: S3Options = {}): Storage {
  const { base, client } = parse(url);
  const { timeoutMs = 10_000, attempts = 4, pauseMs = 200 } = options;

  async function once(method: string, name: string, body?: Buffer) {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const headers = { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' };
    const request = await client.sign(`${base}/${fanOut(name)}`, { method, headers, body: body ?? null });
    const response = await fetch(request, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
  }

  async function call(method: string, name: string, body?: Buffer) {
    for (let attempt = 1; ; attempt++) {
      const answer = await once(method, name, body).catch((error: unknown) => ({ status: 0, error }));
      if (answer.status >= 200 && answer.status < 300) return (answer as { body: Buffer }).body;
      if (answer.status === 404 && method !== 'PUT') return undefined;
      const passing = answer.status === 0 || answer.status === 429 || answer.status >= 500;
      if (!passing || attempt === attempts) throw refusal(method, answer);
      await wait(pauseMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
    }
  }

  return {
    put: async (name, bytes) => void (await call('PUT', name, bytes)),
    get: (name) => call('GET', name),
    exists: async (name) => (await call('HEAD', name)) !== undefined,
    remove: async (name) => void (await call('DELETE', name)),
  };
}

function refusal(method: string, answer: { status: number; error?: unknown }) {
  const cause = answer.status ? `answered ${answer.status}` : 'did not answer';
  return new Error(`The file storage ${cause} to ${method}.`, { cause: answer.error });
}

function parse(text: string) {
  const url = URL.parse(text);
  const path = url?.pathname.replace(/\/+$/, '') ?? '';
  if (url?.protocol !== 's3:' || !url.username || !url.password || path.length < 2)
    throw new Error('The storage address must look like s3://key:secret@host:port/bucket?region=…&tls=true');
  const scheme = url.searchParams.get('tls') === 'false' ? 'http' : 'https';
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
    service: 's3',
  });
  return { base: `${scheme}://${url.host}${path}`, client };
}
