import { randomInt } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { now } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { derivedKey, type Keys } from '#platform/crypto';
import { Problem } from '#platform/problem';
import { spentChallenges } from './tables.ts';

const SECONDS = 10 * 60;

const Payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(1),
      keyLength: z.number(),
      keyPrefix: z.string(),
      data: z.object({ expires: z.number() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/**
 * An ALTCHA v2 challenge: find the counter below CHALLENGE_COST whose SHA-256 begins as given. It is signed, so that
 * the server keeps nothing until it is answered.
 */
export async function makeChallenge(ctx: Ctx) {
  const { CHALLENGE_COST: most } = ctx.config;
  return {
    ...(await createChallenge({
      algorithm: 'SHA-256',
      cost: 1,
      counter: randomInt(Math.ceil(most / 2), most),
      deriveKey,
      // Not the library's own expiry: that one reads another clock.
      data: { expires: (await seconds(ctx)) + SECONDS },
      hmacSignatureSecret: secret(ctx.keys),
    })),
  };
}

/** Takes a solution: right, in time, and not taken before; else `challenge.wrong`. */
export async function spendChallenge(ctx: Ctx, solution: string): Promise<void> {
  const payload = readPayload(solution);
  if (!payload) throw new Problem('challenge.wrong');
  const { challenge } = payload;
  const { expires } = challenge.parameters.data;
  const { verified } = await verifySolution({
    ...payload,
    deriveKey,
    hmacSignatureSecret: secret(ctx.keys),
  }).catch(() => ({ verified: false }));
  if (!verified || expires < (await seconds(ctx))) throw new Problem('challenge.wrong');
  await ctx.db.delete(spentChallenges).where(lt(spentChallenges.expiresAt, sql`app_now()`));
  const first = await ctx.db
    .insert(spentChallenges)
    .values({ signature: challenge.signature, expiresAt: new Date(expires * 1000) })
    .onConflictDoNothing()
    .returning();
  if (!first.length) throw new Problem('challenge.wrong');
}

const secret = (keys: Keys) => derivedKey(keys, 'sms-challenge').toString('base64');
const seconds = async ({ db }: Ctx) => Math.floor((await now(db)).getTime() / 1000);

function readPayload(solution: string) {
  try {
    return Payload.safeParse(JSON.parse(Buffer.from(solution, 'base64').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
