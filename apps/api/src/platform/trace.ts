import { sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { auditEntries, auditShown } from '#platform/tables';

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
 * call by staff that did not do so itself. Returns the entry's number.
 */
export async function trace(
  ctx: Ctx,
  { action = ctx.call, subject, candidate, why }: Trace,
): Promise<bigint> {
  const onItsOwn = ctx.call === 'job';
  const [entry] = await ctx.db
    .insert(auditEntries)
    .values({
      actor: ctx.actor?.id ?? null,
      actorName: ctx.actor?.name ?? (onItsOwn ? '系统' : '未登录'),
      role: ctx.actor?.role ?? (onItsOwn ? 'system' : 'public'),
      district: ctx.actor?.district ?? null,
      ip: ctx.ip,
      action,
      subject,
      candidate: candidate ?? null,
      why: why ?? null,
      request: ctx.request,
    })
    .returning({ seq: auditEntries.seq });
  ctx.traced.done = true;
  return entry!.seq;
}

/** Whose data an entry gives away besides, before it leaves: each of them can read it. */
export async function traceShown(
  { db }: Pick<Ctx, 'db'>,
  seq: bigint,
  people: ReadonlySet<string>,
): Promise<void> {
  await db.execute(sql`
    insert into ${auditShown} (candidate, seq)
    select unnest(${sql.param([...people])}::uuid[]), ${seq} on conflict do nothing`);
}
