import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { sealIdNumber, sealPhone } from './seal.ts';
import type { Account } from './sign-in.ts';
import { accounts, admissionNumbers } from './tables.ts';

interface NewCandidate {
  name: string;
  idNumber: string;
  phone: string;
  passwordHash: string;
  /** Version of the privacy notice; at the desk it is agreed to later, by its owner. */
  consent?: string;
  /** Opened by its owner with a code on paper first. */
  paperCode?: boolean;
}

/** Makes the account, with the numbers imported before it existed. Throws `registration.idTaken`, `registration.phoneTaken`. */
export async function insertCandidate(ctx: Ctx, person: NewCandidate): Promise<Account> {
  const { name, idNumber, phone, passwordHash, consent, paperCode } = person;
  const sealed = { ...sealIdNumber(ctx.keys, idNumber), ...sealPhone(ctx.keys, phone) };
  const [account] = await ctx.db
    .insert(accounts)
    .values({
      role: 'candidate',
      name,
      ...sealed,
      passwordHash,
      ...(consent && { consentVersion: consent, consentAt: sql`app_now()` }),
      ...(paperCode && { paperCodeNo: 1, paperCodeUntil: PAPER_CODE_TIME }),
    })
    .onConflictDoNothing()
    .returning();
  if (!account) throw await whatIsTaken(ctx, sealed.idNumberIndex);
  await ctx.db
    .update(admissionNumbers)
    .set({ candidate: account.id })
    .where(and(eq(admissionNumbers.idNumberIndex, sealed.idNumberIndex), isNull(admissionNumbers.candidate)));
  return account;
}

/** How long the code on a receipt opens the account. */
export const PAPER_CODE_TIME = sql`app_now() + interval '30 days'`;

async function whatIsTaken(ctx: Ctx, index: Buffer): Promise<Problem> {
  const [byId] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.idNumberIndex, index));
  return new Problem(byId ? 'registration.idTaken' : 'registration.phoneTaken');
}
