import { API } from '#platform/serve';
import type { Endpoint, Request } from '@zikao/contract/endpoint';
import type { TestApp } from '#test/app';

export interface Reply {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read answers freely
  body: any;
  headers: Record<string, string | undefined>;
  bytes: Buffer;
}

export interface Caller {
  cookie: string | undefined;
  call<E extends Endpoint>(
    endpoint: E,
    request?: Partial<Request<E>>,
    headers?: Record<string, string>,
  ): Promise<Reply>;
}

/** A browser of one's own: keeps its session cookie, sends a same-origin header. */
export function createCaller({ app }: Pick<TestApp, 'app'>, ip = '127.0.0.1'): Caller {
  const caller: Caller = {
    cookie: undefined,
    async call(endpoint, request = {}, headers = {}) {
      const { params, query, body } = request as {
        params?: Record<string, string>;
        query?: Record<string, string>;
        body?: unknown;
      };
      const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(String(params?.[name])),
      );
      const search = query ? `?${new URLSearchParams(query)}` : '';
      const binary = body instanceof Uint8Array;
      const response = await app.inject({
        method: endpoint.method,
        url: API + path + search,
        remoteAddress: ip,
        headers: {
          host: 'localhost',
          origin: 'http://localhost',
          ...(caller.cookie ? { cookie: caller.cookie } : {}),
          ...(binary ? { 'content-type': 'application/octet-stream' } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: binary ? Buffer.from(body) : (body as object) }),
      });
      const set = response.cookies.find(({ name }) => name.endsWith('session'));
      if (set) caller.cookie = set.value ? `${set.name}=${set.value}` : undefined;
      const json = response.headers['content-type']?.toString().includes('json');
      return {
        status: response.statusCode,
        body: json && response.body ? JSON.parse(response.body) : undefined,
        headers: response.headers as Record<string, string | undefined>,
        bytes: response.rawPayload,
      };
    },
  };
  return caller;
}
