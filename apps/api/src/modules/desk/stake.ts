import { and, eq } from 'drizzle-orm';
import { type DeskKind, type SecondLook, secondLookAt } from '@zikao/contract/desk/lifecycle';
import type { Ctx } from '#platform/context';
import type { Person } from './reach.ts';
import { deskRequests } from './tables.ts';

/** What is at stake with an account now, and who therefore has to agree to what that district asks. */
export async function secondLookNow(
  ctx: Pick<Ctx, 'db'>,
  kind: DeskKind,
  { brief, standing, numbers }: Person,
  district: string,
): Promise<{ secondLook: SecondLook; contested: boolean }> {
  const undone = and(eq(deskRequests.target, brief.id), eq(deskRequests.undoneBy, 'owner'));
  const contested = (await ctx.db.$count(deskRequests, undone)) > 0;
  const approved = standing.state === 'approved' || numbers.length > 0;
  const elsewhere = standing.filed && standing.district !== district;
  return { secondLook: secondLookAt(kind, { approved, elsewhere, contested }), contested };
}
