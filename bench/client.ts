import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Answer, Endpoint } from '@zikao/contract/endpoint';

export interface Reply {
  status: number;
  /** What went over the wire, in bytes of body. */
  bytes: number;
  text: string;
  cookie: string | undefined;
}

export interface Call {
  method?: string;
  path: string;
  body?: object;
  cookie?: string;
  headers?: Record<string, string>;
}

const agent = new Agent({ keepAlive: true });

/** One request of a browser, over kept connections: lighter than fetch, so that the server is what is measured. */
export function send(port: number, { method = 'GET', path, body, cookie, headers }: Call): Promise<Reply> {
  const json = body && JSON.stringify(body);
  return new Promise((done, fail) => {
    const sent = request({ agent, host: '127.0.0.1', port, method, path }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', fail);
      answer.on('end', () => {
        const raw = Buffer.concat(parts);
        done({
          status: answer.statusCode!,
          bytes: raw.length,
          text: unpack(raw, answer.headers['content-encoding']),
          cookie: answer.headers['set-cookie']?.[0]?.split(';')[0],
        });
      });
    });
    sent.setHeader('origin', `http://127.0.0.1:${port}`);
    sent.setHeader('accept-encoding', 'gzip, deflate, br');
    if (cookie) sent.setHeader('cookie', cookie);
    if (json) sent.setHeader('content-type', 'application/json');
    for (const [name, value] of Object.entries(headers ?? {})) sent.setHeader(name, value);
    sent.on('error', fail);
    sent.end(json);
  });
}

/** Calls an endpoint of the contract where nothing may be refused. */
export async function must<E extends Endpoint>(
  port: number,
  endpoint: E,
  given: Partial<Record<'params' | 'query', Record<string, string>>> & Omit<Call, 'path' | 'method'> = {},
): Promise<{ answer: Answer<E>; cookie: string | undefined }> {
  const { params = {}, query, ...call } = given;
  const { status, text, cookie } = await send(port, { ...call, ...address(endpoint, params, query) });
  if (status >= 400) throw new Error(`${endpoint.path}: ${status} ${text}`);
  return { answer: (text && JSON.parse(text)) as Answer<E>, cookie };
}

export function address(
  { method, path }: Endpoint,
  params: Record<string, string> = {},
  query?: Record<string, string>,
): { method: string; path: string } {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!));
  return { method, path: `/api/v1${filled}${query ? `?${new URLSearchParams(query)}` : ''}` };
}

function unpack(raw: Buffer, encoding: string | undefined): string {
  if (encoding === 'br') return brotliDecompressSync(raw).toString();
  return (encoding === 'gzip' ? gunzipSync(raw) : raw).toString();
}
