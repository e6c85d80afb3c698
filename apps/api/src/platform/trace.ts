import type { Ctx } from '#platform/context';
import { auditEntries } from '#platform/tables';

interface Trace {
  /** Defaults to the call's name. */
  action?: string;
  /** Kind and id, e.g. `profile:<id>`. */
  subject: string;
  /** Whose personal data it is; shown to that person. */
  candidate?: string;
  why?: string;
}

/**
 * Writes who did or saw what, in the caller's transaction. `serve` writes a plain entry for every change and every
 * call by staff that did not do so itself.
 */
export async function trace(ctx: Ctx, { action = ctx.call, subject, candidate, why }: Trace): Promise<void> {
  const onItsOwn = ctx.call === 'job';
  await ctx.db.insert(auditEntries).values({
    actor: ctx.actor?.id ?? null,
    actorName: ctx.actor?.name ?? (onItsOwn ? '系统' : '未登录'),
    role: ctx.actor?.role ?? (onItsOwn ? 'system' : 'public'),
    ip: ctx.ip,
    action,
    subject,
    candidate: candidate ?? null,
    why: why ?? null,
    request: ctx.request,
  });
  ctx.traced.done = true;
}
