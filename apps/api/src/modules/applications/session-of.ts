import type { Kind } from '@zikao/contract/applications/kind';
import { currentSession, sessionNames, sessionOfWindow } from '#modules/exams';
import type { Ctx } from '#platform/context';

/**
 * The session a kind's applications belong to now: the one that is registered for, or the one whose scores are out. What
 * was submitted about scores stays with their session.
 */
export async function sessionOf(
  ctx: Pick<Ctx, 'db'>,
  of: Kind,
  row?: { session: string; submission: number },
): Promise<{ id: string; name: string } | undefined> {
  if (of.session !== 'scored') return currentSession(ctx);
  if (row && row.submission > 0)
    return { id: row.session, name: (await sessionNames(ctx)).get(row.session) ?? row.session };
  return sessionOfWindow(ctx, of.window);
}
