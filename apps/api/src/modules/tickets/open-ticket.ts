import { type Enrolled, enrolledInScope } from '#modules/enrolments';
import { closedText, windowOf } from '#modules/exams';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import type { Printed } from '#platform/print';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { loadFacts, type TicketFacts } from './facts.ts';
import { keepForAMinute } from './kept.ts';
import { printNotices } from './print-notices.ts';
import { type RulesPage, rulesPage } from './rules-page.ts';

export interface OpenTicket {
  facts: TicketFacts;
  rules: RulesPage | undefined;
  /** By what else is made from it may be remembered. */
  key: string;
  printed: Printed;
}

const papers = keepForAMinute<Printed>(200);

/**
 * The paper of an enrolment within the caller's scope: a candidate's own inside the printing window, an officer's
 * candidates' at any time, which is traced. Throws `notFound`, `window.closed`, `ticket.notReady`, `overloaded`.
 */
export async function openTicket(ctx: Signed, id: string): Promise<OpenTicket> {
  const enrolled = await enrolledInScope(ctx, id);
  if (!enrolled) throw new Problem('notFound');
  if (ctx.actor.role === 'candidate') await refuseClosed(ctx, enrolled);
  const facts = enrolled.state === 'approved' ? await loadFacts(ctx, enrolled) : undefined;
  if (!facts) throw new Problem('ticket.notReady', '报考审核通过、座次公布之后才有通知单。');
  if (ctx.actor.role !== 'candidate')
    await trace(ctx, { subject: `ticket:${id}`, candidate: enrolled.candidate });
  return printTicket(ctx, facts);
}

export async function printTicket(ctx: Signed, facts: TicketFacts): Promise<OpenTicket> {
  const rules = await rulesPage(ctx);
  const at = await now(ctx.db);
  const key = `${facts.enrolment} ${facts.version} ${rules?.id}`;
  const printed = await papers(key, () => printNotices(ctx, [facts], { rules, at }));
  return { facts, rules, key, printed };
}

async function refuseClosed(ctx: Signed, { session, district }: Enrolled): Promise<void> {
  const window = await windowOf(ctx, session, 'print', district);
  if (window?.open) return;
  throw new Problem('window.closed', { detail: closedText('print', window, await now(ctx.db)) });
}
