import { and, asc, eq, inArray } from 'drizzle-orm';
import { ROLE_NAMES } from '@zikao/contract/permissions';
import type { Case, Queue } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { events } from '#platform/tables';
import { districts } from '#tables/exams';
import { accounts } from '#tables/identity';
import { sourceOf } from './queues.ts';

/** Steps on the way that decide nothing. */
const QUIET = new Set(['upload', 'verify', 'giveBack']);

/** What happened to a case and by whom, oldest first. */
export async function historyOf(ctx: Signed, queue: Queue, id: string): Promise<Case['history']> {
  const lifecycles = sourceOf(ctx, queue).history;
  const subjects = lifecycles.map(({ subject }) => subject);
  const rows = await ctx.db
    .select({ event: events, officer: accounts.name, office: districts.name })
    .from(events)
    .leftJoin(accounts, eq(accounts.id, events.by))
    .leftJoin(districts, eq(districts.code, accounts.district))
    .where(and(eq(events.subjectId, id), inArray(events.subject, subjects)))
    .orderBy(asc(events.id));
  return rows.flatMap(({ event: { subject, action, at, note, role }, officer, office }) => {
    const label = lifecycles.find((one) => one.subject === subject)?.actions[action]?.label;
    if (!label || QUIET.has(action)) return [];
    const by = sayOfficer(role, office, officer);
    return [{ at: at.toISOString(), label, by, ...(note?.text && { note: note.text }) }];
  });
}

function sayOfficer(role: string, office: string | null, officer: string | null): string {
  if (role === 'district') return `${office ?? ''}考区 · ${officer ?? ''}`;
  return role === 'province' ? `${ROLE_NAMES.province} · ${officer ?? ''}` : sayRole(role);
}

const sayRole = (role: string) => (role in ROLE_NAMES ? ROLE_NAMES[role as keyof typeof ROLE_NAMES] : '系统');
