import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { SmsPurpose } from '@zikao/contract/identity';
import type { Ctx, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { spendChallenge } from './challenge.ts';
import { issueCode } from './issue-code.ts';
import { phoneIndex } from './seal.ts';
import { findSession } from './show-session.ts';
import { openPhone } from './seal.ts';
import { phoneOf } from './phone-of.ts';
import { accounts } from './tables.ts';

/** Before signing in. A number without an account gets the same answer, and no message. */
export async function sendCode(ctx: Ctx, body: { purpose: SmsPurpose; phone: string; solution: string }) {
  const { purpose, phone } = body;
  if (purpose === 'signIn') refuseCodeAlone(ctx);
  await spendChallenge(ctx, body.solution);
  if (purpose === 'registration') return issueCode(ctx, { purpose, phone });
  const known = await ctx.db.$count(
    accounts,
    and(eq(accounts.phoneIndex, phoneIndex(ctx.keys, phone)), meant(purpose)),
  );
  return issueCode(ctx, { purpose, phone, unseen: true, ...(!known && { to: 'nobody' as const }) });
}

/** An account its owner never entered is opened by first sign-in only, and that opens no other. */
const meant = (purpose: SmsPurpose) =>
  purpose === 'firstSignIn' ? isNotNull(accounts.paperCodeNo) : isNull(accounts.paperCodeNo);

/** Two factors mean two: with SECOND_FACTOR the code alone does not sign in. */
export function refuseCodeAlone({ config }: Ctx): void {
  if (config.SECOND_FACTOR) throw new Problem('signIn.passwordNeeded');
}

/** To one's own number, or to the one it shall become. */
export async function sendOwnCode(
  ctx: Signed,
  body: { purpose: 'phoneOld'; solution: string } | { purpose: 'phoneNew'; phone: string; solution: string },
) {
  await spendChallenge(ctx, body.solution);
  const phone = body.purpose === 'phoneNew' ? body.phone : await phoneOf(ctx, ctx.actor.id);
  return issueCode(ctx, { purpose: body.purpose, phone: phone! });
}

/** Between the right password and the code. */
export async function sendSecondFactor(ctx: Ctx, body: { solution: string }) {
  const found = await findSession(ctx);
  if (found?.session.pending !== 'sms') throw new Problem('signedOut');
  await spendChallenge(ctx, body.solution);
  return issueCode(ctx, { purpose: 'secondFactor', phone: openPhone(ctx.keys, found.account) });
}
