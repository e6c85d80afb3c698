import { and, asc, eq, inArray, isNull, lte, notInArray, sql } from 'drizzle-orm';
import type { EventName, EventPayload } from '@zikao/contract/events';
import { appNow } from '#platform/clock';
import type { Services } from '#platform/context';
import type { Db } from '#platform/database';
import { outbox } from '#platform/tables';

export type Event = {
  [N in EventName]: { name: N; payload: EventPayload<N>; source: string; at: Date };
}[EventName];

/**
 * Hears an event that happened `at`. May be called twice for one event: `source` is the same then. What it writes to
 * `db` commits together with the delivery, or not at all.
 */
export type Listener = (services: Services & { db: Db }, event: Event) => Promise<void>;

/** Something could not be delivered and will be tried again; `attempts` so far. Holds no personal data. */
export interface DeliveryFault {
  id: string;
  event: string;
  attempts: number;
  fault: string;
}
export type OnFault = (fault: DeliveryFault) => void;

/**
 * These call foreign systems, which may hang: they wait in a lane of their own, so that they hold nobody up; and what
 * goes to everybody at once in another, so that nobody's own message waits behind it.
 */
const FOREIGN: EventName[] = ['sms.due', 'desk.smsDue'];
const MASS: EventName[] = ['sms.mass'];
const LANES = {
  own: notInArray(outbox.event, [...FOREIGN, ...MASS]),
  foreign: inArray(outbox.event, FOREIGN),
  mass: inArray(outbox.event, MASS),
};
type Lane = keyof typeof LANES;

/** The lane an event waits in. */
export const laneOf = (event: string): Lane =>
  FOREIGN.includes(event as EventName) ? 'foreign' : MASS.includes(event as EventName) ? 'mass' : 'own';

const MOST_IN_A_ROUND = 1_000;

/** Delivers what is due, oldest first, each in its own transaction. Any number of processes may do so at once. */
export async function deliver(
  services: Services,
  listeners: readonly Listener[],
  onFault: OnFault = () => {},
): Promise<number> {
  let done = 0;
  for (const lane of Object.keys(LANES) as Lane[]) done += await drain(lane, services, listeners, onFault);
  return done;
}

async function drain(
  lane: Lane,
  services: Services,
  listeners: readonly Listener[],
  onFault: OnFault,
): Promise<number> {
  for (let done = 0; ; done++)
    if (done >= MOST_IN_A_ROUND || !(await deliverOne(lane, services, listeners, onFault))) return done;
}

function deliverOne(
  lane: Lane,
  services: Services,
  listeners: readonly Listener[],
  onFault: OnFault,
): Promise<boolean> {
  return services.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(outbox)
      .where(and(isNull(outbox.deliveredAt), lte(outbox.nextAt, appNow), LANES[lane]))
      .orderBy(asc(outbox.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return false;
    try {
      const event = { name: row.event, payload: row.payload, source: String(row.id), at: row.at } as Event;
      await tx.transaction(async (inner) => {
        for (const listener of listeners) await listener({ ...services, db: inner }, event);
      });
      await tx.update(outbox).set({ deliveredAt: appNow }).where(eq(outbox.id, row.id));
    } catch (error) {
      const fault = sayFault(error);
      await postpone(tx, row.id, fault);
      onFault({ id: String(row.id), event: row.event, attempts: row.attempts + 1, fault });
    }
    return true;
  });
}

/** Back-off doubles from 2 s to an hour; what keeps failing stays visible with its fault. */
async function postpone(db: Db, id: bigint, fault: string): Promise<void> {
  await db
    .update(outbox)
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      nextAt: sql`app_now() + interval '1 second' * least(3600, power(2, least(${outbox.attempts} + 1, 12)))`,
      fault,
    })
    .where(eq(outbox.id, id));
}

/** The driver's errors carry the query's parameters: those are people's data. */
function sayFault(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message.split('\n')[0]!.slice(0, 300) : 'unknown';
}

const ROUND_MS = 1_000;

/** Delivers for as long as the process runs: at once when woken, else every second. */
export function runOutbox(
  services: Services,
  listeners: readonly Listener[],
  log: { warn(what: object, message: string): void },
): { wake(): void; stop(): Promise<void> } {
  const onFault: OnFault = (fault) => log.warn(fault, 'not delivered, will be tried again');
  const lanes = (Object.keys(LANES) as Lane[]).map((lane) =>
    repeat(() => drain(lane, services, listeners, onFault)),
  );
  return {
    wake: () => lanes.forEach((lane) => lane.wake()),
    stop: async () => void (await Promise.all(lanes.map((lane) => lane.stop()))),
  };
}

function repeat(work: () => Promise<unknown>): { wake(): void; stop(): Promise<void> } {
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
    running = work()
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
