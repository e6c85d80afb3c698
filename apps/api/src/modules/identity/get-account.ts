import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Account } from '@zikao/contract/identity';
import type { Signed } from '#platform/context';
import { admissionNumbersOf } from './admission-numbers.ts';
import { maskedPhone, openIdNumber } from './seal.ts';
import { accounts } from './tables.ts';

export async function getAccount(ctx: Signed): Promise<z.input<typeof Account>> {
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, ctx.actor.id));
  const [number] = await admissionNumbersOf(ctx, ctx.actor.id);
  return {
    name: account!.name,
    idNumber: openIdNumber(ctx.keys, account!),
    maskedPhone: maskedPhone(ctx.keys, account!)!,
    ...(number && { admissionNumber: number }),
    createdAt: account!.createdAt.toISOString(),
    consent: { version: account!.consentVersion!, at: account!.consentAt!.toISOString() },
  };
}
