import type { APIResponse, Page } from '@playwright/test';
import { BINARY, type Answer, type Endpoint, type Request } from '@zikao/contract/endpoint';

/** Calls an endpoint as the page's signed-in person, past the screen. `version` goes into If-Match. */
export function ask<E extends Endpoint>(
  page: Page,
  endpoint: E,
  request: Partial<Record<'params' | 'query' | 'body', unknown>> & Partial<Request<E>> = {},
  version?: number,
): Promise<APIResponse> {
  const {
    params = {},
    query,
    body,
  } = request as Record<'params' | 'query', Record<string, string>> & {
    body?: object;
  };
  const { origin } = new URL(page.url());
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!));
  return page.request.fetch(`${origin}/api/v1${path}${query ? `?${new URLSearchParams(query)}` : ''}`, {
    method: endpoint.method,
    headers: {
      origin,
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...(endpoint.body === BINARY && { 'content-type': 'application/octet-stream' }),
    },
    ...(body && { data: body }),
  });
}

/** The same where nothing may be refused. */
export async function must<E extends Endpoint>(...call: Parameters<typeof ask<E>>): Promise<Answer<E>> {
  const response = await ask<E>(...call);
  if (!response.ok()) throw new Error(`${call[1].path}: ${response.status()} ${await response.text()}`);
  return (response.status() === 204 ? undefined : await response.json()) as Answer<E>;
}
