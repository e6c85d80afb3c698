import type { Role } from '@zikao/contract/permissions';
import type { Signed } from '#platform/context';
import type { TestApp } from '#test/app';

/** A context as `serve` makes it, for calling a verb directly, e.g. inside a transaction the test holds open. */
export function aCtx(
  { services, app }: Pick<TestApp, 'services' | 'app'>,
  actor: { id: string; name: string; role?: Role; district?: string },
  { ifMatch = 0 } = {},
): Signed {
  const { id, name, role = 'candidate', district } = actor;
  return {
    ...services,
    actor: { id, name, role, session: crypto.randomUUID(), ...(district && { district }) },
    log: app.log,
    ip: '127.0.0.1',
    device: '测试',
    request: crypto.randomUUID(),
    ifMatch,
    cookies: { get: () => undefined, set: () => {}, clear: () => {} },
    call: 'test',
    traced: { done: false },
  };
}
