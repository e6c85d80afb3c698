import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { accounts, admissionNumbers, sessions } from './tables.ts';

type Db = Pick<Ctx, 'db'>;
type NumberRow = typeof admissionNumbers.$inferSelect;

/** What a 合档 relinked, with whose it was before: enough to undo it exactly. */
export interface JoinedNumbers {
  numbers: { number: string; candidate: string | null }[];
  /** Accounts that had been closed into the one that closes now. */
  accounts: string[];
}

interface Join {
  surviving: string;
  absorbed: string;
  /** The account the person goes on with. */
  candidate: string;
  /** The other one, if there are two. */
  closed?: string | undefined;
}

/** Numbers that exist, held until the transaction ends, always in the same order: two merges take turns. */
export function lockNumbers(ctx: Db, numbers: readonly string[]): Promise<NumberRow[]> {
  return ctx.db
    .select()
    .from(admissionNumbers)
    .where(inArray(admissionNumbers.number, [...numbers]))
    .orderBy(asc(admissionNumbers.number))
    .for('update');
}

/** 合档, inside the caller's transaction: one number becomes an alias, all of them the one account's, the other closes. */
export async function joinNumbers(
  ctx: Db,
  { surviving, absorbed, candidate, closed }: Join,
): Promise<JoinedNumbers> {
  const found = await ctx.db
    .select()
    .from(admissionNumbers)
    .where(
      or(inArray(admissionNumbers.number, [surviving, absorbed]), closed ? ownedBy(ctx, closed) : undefined),
    )
    .orderBy(asc(admissionNumbers.number))
    .for('update');
  const numbers = found
    .filter((row) => row.candidate !== candidate)
    .map(({ number, candidate: before }) => ({ number, candidate: before }));
  await relink(
    ctx,
    numbers.map(({ number }) => number),
    candidate,
  );
  await ctx.db
    .update(admissionNumbers)
    .set({ mergedInto: surviving })
    .where(eq(admissionNumbers.number, absorbed));
  return { numbers, accounts: closed ? await close(ctx, closed, candidate) : [] };
}

/** Numbers of an account, also those that wait for it by ID number. */
const ownedBy = (ctx: Db, account: string) =>
  or(
    eq(admissionNumbers.candidate, account),
    and(
      isNull(admissionNumbers.candidate),
      inArray(
        admissionNumbers.idNumberIndex,
        ctx.db.select({ index: accounts.idNumberIndex }).from(accounts).where(eq(accounts.id, account)),
      ),
    ),
  );

async function relink(ctx: Db, numbers: readonly string[], candidate: string | null): Promise<void> {
  if (numbers.length === 0) return;
  await ctx.db
    .update(admissionNumbers)
    .set({ candidate })
    .where(inArray(admissionNumbers.number, [...numbers]));
}

/** Nobody signs in there any more, now or by a session that is open. */
async function close(ctx: Db, closed: string, candidate: string): Promise<string[]> {
  await ctx.db.update(accounts).set({ active: false, mergedInto: candidate }).where(eq(accounts.id, closed));
  await ctx.db.delete(sessions).where(eq(sessions.account, closed));
  const followed = await ctx.db
    .update(accounts)
    .set({ mergedInto: candidate })
    .where(eq(accounts.mergedInto, closed))
    .returning({ id: accounts.id });
  return followed.map(({ id }) => id);
}

/** Takes back what `joinNumbers` did. */
export async function partNumbers(
  ctx: Db,
  { absorbed, closed }: Pick<Join, 'absorbed' | 'closed'>,
  joined: JoinedNumbers,
): Promise<void> {
  await ctx.db
    .update(admissionNumbers)
    .set({ mergedInto: null })
    .where(eq(admissionNumbers.number, absorbed));
  for (const [before, rows] of Map.groupBy(joined.numbers, ({ candidate }) => candidate))
    await relink(
      ctx,
      rows.map(({ number }) => number),
      before,
    );
  if (!closed) return;
  await ctx.db.update(accounts).set({ active: true, mergedInto: null }).where(eq(accounts.id, closed));
  if (joined.accounts.length > 0)
    await ctx.db.update(accounts).set({ mergedInto: closed }).where(inArray(accounts.id, joined.accounts));
}
