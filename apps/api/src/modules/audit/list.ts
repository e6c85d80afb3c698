import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { AuditEntry, listAudit } from '@zikao/contract/audit';
import { maskName } from '@zikao/contract/codes/name';
import { afterCursor, readPlace, writeCursor } from '#platform/cursor';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { auditEntries } from '#platform/tables';
import { trace } from '#platform/trace';
import { districtNames } from '#modules/exams';
import { peopleOf } from './people.ts';
import { type Row, rowsOf } from './rows.ts';
import { search } from './search.ts';

/** The trail, newest first. Looking at somebody's is written down like every look at their data. */
export async function list(
  ctx: Signed,
  { query: { cursor, limit, ...filter } }: Parsed<typeof listAudit>,
): Promise<Given<typeof listAudit>> {
  if (cursor !== undefined && !/^\d{1,18}$/.test(readPlace(cursor).id))
    throw new Problem('request.malformed');
  const after = afterCursor(cursor, { at: auditEntries.at, id: auditEntries.seq }, 'newest');
  const found = await search(ctx, filter, { after, limit: limit + 1 });
  const { rows } = await ctx.db.execute<Row>(rowsOf(found));
  const [person] = filter.person ? await peopleOf(ctx, [filter.person]) : [];
  if (person)
    await trace(ctx, { subject: `account:${person.id}`, candidate: person.id, why: '查看审计记录' });
  const districts = await districtNames(ctx);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => entryOf(row, districts)),
    ...(person && { person }),
    ...(rows.length > limit && last && { next: writeCursor({ at: new Date(last.at), id: last.seq }) }),
  };
}

function entryOf(row: Row, districts: ReadonlyMap<string, string>): AuditEntry {
  const { seq, at, actorName, role, ip, action, subject, actor, district, candidate, why, hash } = row;
  return {
    seq,
    at: new Date(at).toISOString(),
    actor: actorName,
    role,
    ip,
    action,
    subject,
    ...(actor && { actorId: actor }),
    ...(district && { district: districts.get(district) ?? district }),
    ...(candidate && { candidate: { id: candidate, name: maskName(row.candidateName ?? '') } }),
    ...(why && { why }),
    ...(hash && { position: Number(row.position), hash: hash.toString('hex') }),
  };
}
