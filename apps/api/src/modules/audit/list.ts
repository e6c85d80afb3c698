import { and, desc, eq, lt } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { listAudit } from '@zikao/contract/audit';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { auditEntries } from '#platform/tables';
import { auditLinks } from './tables.ts';

type Input = Parsed<typeof listAudit>;

/** The trail, newest first. The cursor is the number of the last entry given. */
export async function list(ctx: Ctx, { query }: Input): Promise<Given<typeof listAudit>> {
  const { actor, subject, cursor, limit } = query;
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) throw new Problem('request.malformed');
  const rows = await ctx.db
    .select({ entry: auditEntries, hash: auditLinks.hash })
    .from(auditEntries)
    .leftJoin(auditLinks, eq(auditLinks.seq, auditEntries.seq))
    .where(
      and(
        actor ? eq(auditEntries.actorName, actor) : undefined,
        subject ? eq(auditEntries.subject, subject) : undefined,
        cursor ? lt(auditEntries.seq, BigInt(cursor)) : undefined,
      ),
    )
    .orderBy(desc(auditEntries.seq))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ entry, hash }) => ({
      seq: String(entry.seq),
      at: entry.at.toISOString(),
      actor: entry.actorName,
      role: entry.role,
      ip: entry.ip,
      action: entry.action,
      subject: entry.subject,
      ...(entry.why && { why: entry.why }),
      ...(hash && { hash: hash.toString('hex') }),
    })),
    ...(rows.length > limit && { next: String(shown.at(-1)!.entry.seq) }),
  };
}
