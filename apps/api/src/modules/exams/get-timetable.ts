import type { Given } from '@zikao/contract/endpoint';
import type { getTimetable as contract } from '@zikao/contract/exams';
import { offeringsOf } from './catalogue.ts';
import { currentSession, type Reader } from './current-session.ts';

/** What the current session offers, half-day by half-day. */
export async function getTimetable(ctx: Reader): Promise<Given<typeof contract>> {
  const session = await currentSession(ctx);
  if (!session) return { session: null, items: [] };
  const offered = await offeringsOf(ctx, session.id);
  return {
    session,
    items: offered.map(({ slot, code, name, credits }) => ({ slot, code, name, credits })),
  };
}
