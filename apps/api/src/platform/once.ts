import { createHash } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { decryptText, encrypt } from '#platform/crypto';
import { Problem } from '#platform/problem';
import { idempotency } from '#platform/tables';

const AAD = 'idempotency.answer';
/** A call that died without an answer frees its key after this; the constraints below it still keep things single. */
const ABANDONED = sql`interval '60 seconds'`;

/**
 * Runs a creating call once per key: the same key and body get the same answer, another body 422, a call still
 * running 409. A refused call frees its key.
 */
export async function once<T>(
  ctx: Ctx,
  key: string | undefined,
  body: unknown,
  run: () => Promise<T>,
): Promise<T> {
  if (!key) return run();
  if (!/^[\x21-\x7e]{8,100}$/.test(key))
    throw new Problem('request.malformed', 'Idempotency-Key 应为 8 到 100 个可见字符');
  const mine = and(
    eq(idempotency.owner, `${ctx.actor?.id ?? 'public'} ${ctx.call}`),
    eq(idempotency.key, key),
  );
  const bodyHash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest();
  const taken = await ctx.db
    .insert(idempotency)
    .values({ owner: `${ctx.actor?.id ?? 'public'} ${ctx.call}`, key, bodyHash })
    .onConflictDoUpdate({
      target: [idempotency.owner, idempotency.key],
      set: { at: sql`app_now()` },
      setWhere: and(
        isNull(idempotency.answer),
        eq(idempotency.bodyHash, bodyHash),
        sql`${idempotency.at} < app_now() - ${ABANDONED}`,
      ),
    })
    .returning({ key: idempotency.key });
  if (taken.length === 0) {
    const [row] = await ctx.db.select().from(idempotency).where(mine);
    if (row && !row.bodyHash.equals(bodyHash)) throw new Problem('request.keyReused');
    if (!row?.answer) throw new Problem('request.inFlight', { retryAfter: 2 });
    return JSON.parse(decryptText(ctx.keys, AAD, row.answer)) as T;
  }
  try {
    const answer = await run();
    await ctx.db
      .update(idempotency)
      .set({ answer: encrypt(ctx.keys, AAD, JSON.stringify(answer)) })
      .where(mine);
    return answer;
  } catch (error) {
    await ctx.db.delete(idempotency).where(mine);
    throw error;
  }
}
