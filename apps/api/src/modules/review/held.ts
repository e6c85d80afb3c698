import { and, eq, notExists, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Decision, type Queue } from '@zikao/contract/review';
import type { Ctx, Signed } from '#platform/context';
import { decryptText, encrypt, type Keys } from '#platform/crypto';
import { Problem } from '#platform/problem';
import { heldDecisions } from './tables.ts';

export type HeldRow = typeof heldDecisions.$inferSelect;

const BODY = 'held_decisions.body';
const NAME = 'held_decisions.name';

export function sealHeld(keys: Keys, body: Decision, name: string) {
  return { body: encrypt(keys, BODY, JSON.stringify(body)), name: encrypt(keys, NAME, name) };
}
export function openHeld(keys: Keys, row: Pick<HeldRow, 'body' | 'name'>): { body: Decision; name: string } {
  const body = Decision.parse(JSON.parse(decryptText(keys, BODY, row.body)));
  return { body, name: decryptText(keys, NAME, row.name) };
}

/** Cases of a queue on which no decision waits to take effect. */
export function isNotHeld(ctx: Pick<Ctx, 'db'>, queue: Queue, subject: PgColumn): SQL {
  const waiting = ctx.db
    .select({ one: sql`1` })
    .from(heldDecisions)
    .where(and(eq(heldDecisions.queue, queue), eq(heldDecisions.subject, subject)));
  return notExists(waiting);
}

/** A case is decided once: while a decision waits, there is no second one. */
export async function refuseHeld(ctx: Signed, queue: Queue, id: string): Promise<void> {
  const [row] = await ctx.db
    .select({ id: heldDecisions.id })
    .from(heldDecisions)
    .where(and(eq(heldDecisions.queue, queue), eq(heldDecisions.subject, id)));
  if (row) throw new Problem('conflict', '这一件刚刚作出决定，即将生效。');
}
