import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '@zikao/contract/permissions';
import { permits } from '@zikao/contract/permissions';
import type { Config } from '#config';
import type { Actor, Cookies, Services } from '#platform/context';
import { Problem } from '#platform/problem';

const SAFE = new Set(['GET', 'HEAD']);

/** A change must come from our own pages: the browser says so in Sec-Fetch-Site or Origin. */
export function refuseCrossSite(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const same = site
    ? site === 'same-origin'
    : origin !== undefined && URL.canParse(origin) && new URL(origin).host === host;
  if (!same) throw new Problem('request.crossSite');
}

/** Who calls, if their role may. Not signed in: 401; signed in without the permission: 403. */
export async function admit(
  services: Services,
  access: Access,
  cookies: Cookies,
): Promise<Actor | undefined> {
  const token = cookies.get();
  const found = token ? await services.authenticate(services, token) : undefined;
  const actor = found && !found.pending ? found.actor : undefined;
  if (!permits(access, actor?.role)) throw new Problem(actor ? 'forbidden' : 'signedOut');
  return actor;
}

/** The session cookie. Behind TLS it carries the `__Host-` prefix and Secure. */
export function sessionCookie(config: Config, request: FastifyRequest, reply: FastifyReply): Cookies {
  const secure = config.PUBLIC_URL?.startsWith('https:') ?? false;
  const name = secure ? '__Host-session' : 'session';
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    get: () => request.cookies[name],
    set: (token, secondsLeft) => void reply.setCookie(name, token, { ...options, maxAge: secondsLeft }),
    clear: () => void reply.clearCookie(name, options),
  };
}
