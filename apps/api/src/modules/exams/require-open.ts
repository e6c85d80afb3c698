import { type ExamFunction, FUNCTIONS } from '@zikao/contract/exams';
import { now } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { currentSession, windowOf } from './current-session.ts';
import { shortMoment } from './moments.ts';

/** Throws `window.closed` with the moment it closed, or opens. The deferred trigger judges again at commit. */
export async function requireOpen(ctx: Pick<Ctx, 'db'>, key: ExamFunction, district?: string): Promise<void> {
  const session = await currentSession(ctx);
  const window = session && (await windowOf(ctx, session.id, key, district));
  if (!window) throw new Problem('window.closed', `${FUNCTIONS[key]}的时间还没有公布。`);
  if (window.open) return;
  const early = (await now(ctx.db)) < new Date(window.opensAt);
  throw new Problem(
    'window.closed',
    early
      ? `${FUNCTIONS[key]}于 ${shortMoment(window.opensAt)} 开始。`
      : `${FUNCTIONS[key]}已于 ${shortMoment(window.closesAt)} 截止。`,
  );
}
