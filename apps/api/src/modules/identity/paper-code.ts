import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { UNDO_LETTERS } from '@zikao/contract/desk/undo';
import type { Ctx } from '#platform/context';
import { blindIndex, hashPassword, randomToken, type Keys } from '#platform/crypto';
import { insertCandidate, PAPER_CODE_TIME } from './insert-candidate.ts';
import { accounts } from './tables.ts';

export interface PaperCode {
  code: string;
  until: Date;
}

/** 50 bits, derived: printed as often as needed, stored nowhere. */
export function codeOn(keys: Keys, account: string, no: number): string {
  const secret = blindIndex(keys, 'accounts.paperCode', `${account} ${no}`);
  return Array.from(secret.subarray(0, 10), (byte) => UNDO_LETTERS[byte % UNDO_LETTERS.length]).join('');
}

/** Makes the account of somebody whose identity was seen. Nobody knows its password: the code and the phone open it. */
export async function makeAtDesk(
  ctx: Ctx,
  person: { name: string; idNumber: string; phone: string },
): Promise<{ id: string } & PaperCode> {
  const passwordHash = await hashPassword(randomToken());
  const { id, paperCodeNo, paperCodeUntil } = await insertCandidate(ctx, {
    ...person,
    passwordHash,
    paperCode: true,
  });
  return { id, code: codeOn(ctx.keys, id, paperCodeNo!), until: paperCodeUntil! };
}

/** Another code in place of the last, which opens nothing any more. Undefined: the owner has entered already. */
export async function renewPaperCode(ctx: Ctx, account: string): Promise<PaperCode | undefined> {
  const [row] = await ctx.db
    .update(accounts)
    .set({
      paperCodeNo: sql`${accounts.paperCodeNo} + 1`,
      paperCodeUntil: PAPER_CODE_TIME,
      paperCodeWrong: 0,
    })
    .where(and(eq(accounts.id, account), isNotNull(accounts.paperCodeNo), eq(accounts.active, true)))
    .returning();
  return row && { code: codeOn(ctx.keys, account, row.paperCodeNo!), until: row.paperCodeUntil! };
}

/** The code that counts; undefined when the owner has entered, or it is too old. */
export async function paperCodeOf(
  ctx: Pick<Ctx, 'db' | 'keys'>,
  account: string,
): Promise<PaperCode | undefined> {
  const [row] = await ctx.db
    .select({ no: accounts.paperCodeNo, until: accounts.paperCodeUntil })
    .from(accounts)
    .where(and(eq(accounts.id, account), sql`${accounts.paperCodeUntil} > app_now()`));
  return row?.no ? { code: codeOn(ctx.keys, account, row.no), until: row.until! } : undefined;
}

/** Whether the owner of an account made at the desk has not entered it yet. */
export async function sleeps(ctx: Pick<Ctx, 'db'>, account: string): Promise<boolean> {
  return (await ctx.db.$count(accounts, and(eq(accounts.id, account), isNotNull(accounts.paperCodeNo)))) > 0;
}
