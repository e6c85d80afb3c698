import { maskName } from '@zikao/contract/codes/name';
import type { TicketCheck } from '@zikao/contract/tickets';
import { enrolledById } from '#modules/enrolments';
import type { Ctx } from '#platform/context';
import { count } from '#platform/limit';
import { Problem } from '#platform/problem';
import { readCode } from './code.ts';
import { loadFacts } from './facts.ts';

/** From one address: the guards of a venue share one, and check quickly. */
const MOST = 120;
const SECONDS = 60;

/**
 * What a scanned code is worth: ours by its signature, and still true by the seats that are published now. Whoever holds
 * the paper learns no more than it says.
 */
export async function checkTicket(ctx: Ctx, code: string): Promise<TicketCheck> {
  const retryAfter = await count(ctx, `ticket-check:${ctx.ip}`, MOST, SECONDS);
  if (retryAfter) throw new Problem('ticket.tooOften', { retryAfter });
  const said = readCode(ctx.keys, code);
  if (!said) return { state: 'forged' };
  const enrolled = await enrolledById(ctx, said.enrolment);
  if (!enrolled) return { state: 'withdrawn' };
  const facts = enrolled.state === 'approved' ? await loadFacts(ctx, enrolled) : undefined;
  if (!facts) return { state: 'withdrawn' };
  const { session, person, lines, version } = facts;
  if (version !== said.version) return { state: 'outdated', session: session.name };
  return {
    state: 'genuine',
    name: maskName(person.name),
    session: session.name,
    venues: [...new Set(lines.map(({ venue }) => venue.name))],
    sittings: lines.length,
  };
}
