import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { EventName, EventPayload } from '@zikao/contract/events';
import { appNow } from '#platform/clock';
import type { Services } from '#platform/context';
import type { Db } from '#platform/database';
import { outbox } from '#platform/tables';

/** Hears an event. May be called twice for one event (`source` is the same then), and inside a transaction `db`. */
export type Listener = (
  services: Services & { db: Db },
  event: { [N in EventName]: { name: N; payload: EventPayload<N>; source: string } }[EventName],
) => Promise<void>;

const BATCH = 20;

/** Delivers what is due, oldest first, each in its own transaction. Any number of processes may do so at once. */
export async function deliver(services: Services, listeners: readonly Listener[]): Promise<number> {
  for (let done = 0; ; done++) {
    if (done >= BATCH * 50 || !(await deliverOne(services, listeners))) return done;
  }
}

async function deliverOne(services: Services, listeners: readonly Listener[]): Promise<boolean> {
  const taken = await services.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(outbox)
      .where(and(isNull(outbox.deliveredAt), lte(outbox.nextAt, appNow)))
      .orderBy(asc(outbox.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return undefined;
    try {
      const event = {
        name: row.event,
        payload: row.payload,
        source: String(row.id),
      } as Parameters<Listener>[1];
      await tx.transaction(async (inner) => {
        for (const listener of listeners) await listener({ ...services, db: inner }, event);
      });
      await tx.update(outbox).set({ deliveredAt: appNow }).where(eq(outbox.id, row.id));
    } catch (error) {
      // Back-off doubles from 2 s to about an hour; what keeps failing stays visible with its fault.
      await tx
        .update(outbox)
        .set({
          attempts: sql`${outbox.attempts} + 1`,
          nextAt: sql`app_now() + interval '1 second' * least(3600, power(2, ${outbox.attempts} + 1))`,
          fault: error instanceof Error ? error.message.slice(0, 300) : 'unknown',
        })
        .where(eq(outbox.id, row.id));
    }
    return row;
  });
  return taken !== undefined;
}

const ROUND_MS = 1_000;

/** Delivers for as long as the process runs: at once when woken, else every second; faults of a round are logged. */
export function runOutbox(
  services: Services,
  listeners: readonly Listener[],
): { wake(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let again = false;
  let stopped = false;
  const round = () => {
    clearTimeout(timer);
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    again = false;
    running = deliver(services, listeners)
      .catch(() => {}) // the database is away: the next round tries again, nothing is lost
      .finally(() => {
        running = undefined;
        if (again) round();
        else if (!stopped) timer = setTimeout(round, ROUND_MS);
      });
  };
  round();
  return {
    wake: round,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
