import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Db } from '#platform/database';
import { verifiers } from '#platform/tables';

/** Whether any process, on whichever machine, can verify photos now. */
export interface Verifiers {
  down(): Promise<boolean>;
}

const SEEN = sql`clock_timestamp()`;
/** Three reports missed. */
const GONE = sql`clock_timestamp() - interval '30 seconds'`;
export const REPORT_MS = 10_000;
const REMEMBERED_MS = 2_000;

/** Asked by every look at a profile, so the answer is remembered for a moment. */
export function watchVerifiers(db: Db): Verifiers {
  let answer: Promise<boolean> | undefined;
  return {
    down() {
      if (!answer) {
        answer = ask(db);
        setTimeout(() => (answer = undefined), REMEMBERED_MS).unref();
      }
      return answer;
    },
  };
}

async function ask(db: Db): Promise<boolean> {
  return (await db.$count(verifiers, and(eq(verifiers.up, true), gt(verifiers.seenAt, GONE)))) === 0;
}

/** A process says how it is; those long silent are forgotten. */
export async function reportVerifier(db: Db, id: string, up: boolean): Promise<void> {
  await db
    .insert(verifiers)
    .values({ id, up, seenAt: SEEN })
    .onConflictDoUpdate({ target: verifiers.id, set: { up, seenAt: SEEN } });
  await db.delete(verifiers).where(lt(verifiers.seenAt, GONE));
}

export async function withdrawVerifier(db: Db, id: string): Promise<void> {
  await db.delete(verifiers).where(eq(verifiers.id, id));
}
