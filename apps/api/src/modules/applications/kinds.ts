import { EDITABLE_STATES } from '@zikao/contract/applications/lifecycle';
import type { getKind as one, listKinds as all } from '@zikao/contract/applications/endpoints';
import { inProvince, requirementsText } from '@zikao/contract/applications/kind';
import type { ApplicationGate, KindInfo } from '@zikao/contract/applications/shapes';
import type { Given } from '@zikao/contract/endpoint';
import type { Signed } from '#platform/context';
import { findProvince, windowOf } from '#modules/exams';
import { findHeld } from './begin.ts';
import { getKind } from './find-kind.ts';
import type { ApplicationRow } from './find.ts';
import { findGate, ownRows, ruleGate } from './gate.ts';
import { headsOf } from './list.ts';
import { loadFacts } from './load-facts.ts';
import type { Handled } from './rules/rule.ts';
import { sessionOf } from './session-of.ts';

/** For the menu: what there is, and when. */
export async function listKinds(ctx: Signed): Promise<Given<typeof all>> {
  const items = [];
  for (const { key } of Object.values(ctx.kinds)) {
    const kind = getKind(ctx, key);
    const session = await sessionOf(ctx, kind);
    const window = session ? await windowOf(ctx, session.id, kind.window) : null;
    items.push({ kind: key, title: kind.title, window });
  }
  return { items };
}

/** The requirement page: what it takes, whether it is open, why not for this person, and what they asked for so far. */
export async function showKind(
  ctx: Signed,
  { params }: { params: { kind: string } },
): Promise<Given<typeof one>> {
  const kind = getKind(ctx, params.kind);
  const session = await sessionOf(ctx, kind);
  const rows = await ownRows(ctx, kind.key);
  const held = await findHeld(ctx, kind.key);
  return {
    kind: kind.key,
    title: kind.title,
    window: session ? await windowOf(ctx, session.id, kind.window) : null,
    ...(session && { session: session.name }),
    requirements: {
      version: kind.version,
      body: inProvince(requirementsText(kind), (await findProvince(ctx))?.name ?? ''),
    },
    ...(await standing(ctx, kind, session, held)),
    ...(held && EDITABLE_STATES.includes(held.state) && { current: held.id }),
    items: headsOf(ctx, rows)
      .filter(({ state }) => state !== 'draft')
      .toReversed(),
  };
}

async function standing(
  ctx: Signed,
  kind: Handled,
  session: Awaited<ReturnType<typeof sessionOf>>,
  held: ApplicationRow | undefined,
): Promise<Pick<KindInfo, 'gate' | 'notes'>> {
  const shut = await findGate(ctx, kind, session);
  if (shut || !session) return { ...(shut && { gate: shut }), notes: [] };
  const facts = await loadFacts(ctx, ctx.actor.id, session);
  const gate = ruleGate(kind, facts) ?? (held && openGate(kind, held));
  const notes = kind.rules.filter(({ as }) => as === 'note').flatMap((rule) => rule.judge({}, facts) ?? []);
  return { ...(gate && { gate }), notes };
}

function openGate({ title }: Handled, { state }: ApplicationRow): ApplicationGate | undefined {
  if (EDITABLE_STATES.includes(state)) return undefined;
  return {
    reason: 'open',
    title: `您已有一份${title}正在办理`,
    detail: '请等待审核结果；需要改动的，可以先撤回再重新申请。',
  };
}
