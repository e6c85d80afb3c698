import { maskIdNumber } from '@zikao/contract/codes/id-number';
import type { FoundTicket } from '@zikao/contract/tickets';
import { enrolledFor } from '#modules/enrolments';
import { findByNumber } from '#modules/identity';
import { lastPublished } from '#modules/seating';
import type { Signed } from '#platform/context';
import { trace } from '#platform/trace';
import { loadFacts } from './facts.ts';

/** The paper of one candidate by admission or ID number, within the officer's scope: none, or one. */
export async function findTickets(ctx: Signed, number: string): Promise<{ items: FoundTicket[] }> {
  const session = await lastPublished(ctx);
  const candidate = await findByNumber(ctx, number);
  const enrolled = session && candidate && (await enrolledFor(ctx, session, candidate));
  const facts = enrolled && enrolled.state === 'approved' ? await loadFacts(ctx, enrolled) : undefined;
  if (!enrolled || !facts) return { items: [] };
  await trace(ctx, { subject: `ticket:${enrolled.id}`, candidate: enrolled.candidate });
  const { person, admissionNumber, lines } = facts;
  return {
    items: [
      {
        id: enrolled.id,
        name: person.name,
        maskedIdNumber: maskIdNumber(person.idNumber),
        admissionNumber,
        session: facts.session.name,
        lines,
      },
    ],
  };
}
