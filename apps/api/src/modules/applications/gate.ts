import { and, eq } from 'drizzle-orm';
import type { ApplicationGate } from '@zikao/contract/applications/shapes';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { profileStanding } from '#modules/candidates';
import { closedText, windowOf, windowsOf } from '#modules/exams';
import type { ApplicationRow } from './find.ts';
import type { Facts, Handled } from './rules/rule.ts';
import type { sessionOf } from './session-of.ts';
import { applications } from './tables.ts';

/** Applications rest on an approved file. */
export async function profileMissing(ctx: Signed): Promise<string | undefined> {
  const { state } = await profileStanding(ctx, ctx.actor.id);
  if (state === 'approved') return undefined;
  return state === 'pending'
    ? '您的基本信息正在等待考区审核，审核通过后即可申请。'
    : '请先完成基本信息填报，考区审核通过后即可申请。';
}

/** Why a kind cannot be begun now, whoever asks: no approved file, no session, no open window in any district. */
export async function findGate(
  ctx: Signed,
  kind: Handled,
  session: Awaited<ReturnType<typeof sessionOf>>,
): Promise<ApplicationGate | undefined> {
  const missing = await profileMissing(ctx);
  if (missing) return { reason: 'profile', title: '基本信息审核通过后才能申请', detail: missing };
  if (!session)
    return {
      reason: 'session',
      title: `目前没有可以办理${kind.title}的考次`,
      detail: '请留意省考办发布的公告。',
    };
  const windows = await windowsOf(ctx, session.id, kind.window);
  if ([...windows.values()].some(({ open }) => open)) return undefined;
  const window = await windowOf(ctx, session.id, kind.window);
  return {
    reason: 'window',
    title: `现在不在${kind.title}的办理时间内`,
    detail: closedText(kind.window, window, await now(ctx.db)),
  };
}

/** Rules that need no answers. */
export function ruleGate(kind: Handled, facts: Facts): ApplicationGate | undefined {
  const said = kind.rules
    .filter((rule) => rule.as === 'gate')
    .flatMap((rule) => rule.judge({}, facts) ?? [])
    .map(({ message }) => message);
  if (said.length === 0) return undefined;
  return { reason: 'rule', title: `您现在不能办理${kind.title}`, detail: said.join('；') };
}

/** The caller's applications of a kind, oldest first. */
export function ownRows(ctx: Signed, kind?: string): Promise<ApplicationRow[]> {
  return ctx.db
    .select()
    .from(applications)
    .where(and(eq(applications.candidate, ctx.actor.id), kind ? eq(applications.kind, kind) : undefined))
    .orderBy(applications.createdAt, applications.id);
}
