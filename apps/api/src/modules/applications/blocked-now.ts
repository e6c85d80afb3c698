import type { Ctx } from '#platform/context';
import type { ApplicationRow } from './find.ts';
import { loadFacts } from './load-facts.ts';
import type { Handled } from './rules/rule.ts';

/** Why an application cannot be approved any more: what happened to the person's record since it was submitted. */
export async function blockedNow(
  ctx: Ctx,
  { rules }: Handled,
  { id, candidate, session }: Pick<ApplicationRow, 'id' | 'candidate' | 'session'>,
): Promise<string | undefined> {
  const asked = rules.filter(({ again }) => again);
  if (asked.length === 0) return undefined;
  const facts = await loadFacts(ctx, candidate, { id: session, name: session }, id);
  const said = asked.flatMap((rule) => rule.judge({}, facts) ?? []).map(({ message }) => message);
  return said.length ? said.join('；') : undefined;
}
