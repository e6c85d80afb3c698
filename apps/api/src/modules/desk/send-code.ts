import { issueCode, spendChallenge } from '#modules/identity';
import type { Signed } from '#platform/context';

/** To the number the person at the desk says is theirs; they read the code out. */
export async function sendDeskCode(ctx: Signed, { phone, solution }: { phone: string; solution: string }) {
  await spendChallenge(ctx, solution);
  return issueCode(ctx, { purpose: 'desk', phone });
}
