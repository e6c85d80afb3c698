import { BINARY, type Answer, type Endpoint, type Request } from '@zikao/contract/endpoint';
import type { ProblemBody } from '@zikao/contract/problems';

/** What the server refused, or that it could not be reached (`code` is `offline` then). */
export class Refused extends Error {
  readonly problem: Partial<ProblemBody> & { code: string; title: string };

  constructor(problem: Refused['problem']) {
    super(problem.title);
    this.problem = problem;
  }

  /** Sentence of a field, by its path. */
  get fields(): Record<string, string> {
    return Object.fromEntries((this.problem.errors ?? []).map(({ path, message }) => [path, message]));
  }
}

const OFFLINE = { code: 'offline', title: '网络好像断开了，请检查网络后重试，已填内容不会丢失。' };

export interface CallOptions {
  /** Version last seen, for updates. */
  ifMatch?: number;
  /** One per act of the person: a retry with the same key does not create twice. */
  key?: string;
  signal?: AbortSignal;
}

let signedOut: () => void = () => {};
/** Called when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Calls an endpoint of the contract. Throws `Refused`. */
export async function call<E extends Endpoint>(
  endpoint: E,
  request: Request<E>,
  options: CallOptions = {},
): Promise<Answer<E>> {
  const { body } = request as { body?: unknown };
  const binary = endpoint.body === BINARY;
  let response: Response;
  try {
    response = await fetch(pathOf(endpoint, request), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        ...(body !== undefined && {
          'content-type': binary ? 'application/octet-stream' : 'application/json',
        }),
        ...headersOf(options),
      },
      ...(body !== undefined && { body: binary ? (body as Blob) : JSON.stringify(body) }),
      ...(options.signal && { signal: options.signal }),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Refused(OFFLINE);
  }
  if (!response.ok) throw await refusal(response, endpoint);
  if (response.status === 204) return undefined as Answer<E>;
  return (await response.json()) as Answer<E>;
}

/** The address of an endpoint, e.g. for `<img src>`. */
export function pathOf<E extends Endpoint>(endpoint: E, request: Request<E>): string {
  const { params, query } = request as { params?: Record<string, unknown>; query?: Record<string, unknown> };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name])),
  );
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const search = given.length
    ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
    : '';
  return `/api/v1${path}${search}`;
}

/** A key for one act; `crypto.randomUUID` needs a secure context, which a plain-http intranet is not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function headersOf({ ifMatch, key }: CallOptions): Record<string, string> {
  return {
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    ...(key && { 'idempotency-key': key }),
  };
}

async function refusal(response: Response, endpoint: Endpoint): Promise<Refused> {
  if (response.status === 401 && endpoint.access !== 'public') signedOut();
  return refusalOf(await response.text());
}

/** A refusal from the text of an answer that may be no problem document at all (a proxy's page). */
export function refusalOf(text: string): Refused {
  try {
    const problem = JSON.parse(text) as ProblemBody;
    if (problem.code && problem.title) return new Refused(problem);
  } catch {
    // not ours: said below
  }
  return new Refused({ code: 'unexpected', title: '系统出了点问题，请稍后再试。' });
}
