import { and, asc, count, eq, gt, gte, isNull, min, sql } from 'drizzle-orm';
import {
  type Delivery,
  type Lane,
  LANES,
  type listDeliveries,
  type retryDelivery,
  STUCK_AFTER,
} from '@zikao/contract/deliveries';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { EventName } from '@zikao/contract/events';
import { appNow } from '#platform/clock';
import type { Signed } from '#platform/context';
import { type Event, laneOf } from '#platform/outbox';
import { Problem } from '#platform/problem';
import { outbox } from '#platform/tables';
import { noteOf } from './templates.ts';

const waiting = isNull(outbox.deliveredAt);
const stuck = and(waiting, gte(outbox.attempts, STUCK_AFTER));

/** What waits and what is stuck, by lane; the stuck ones one by one, the oldest first. Names nobody. */
export async function list(
  { db }: Signed,
  { query }: Parsed<typeof listDeliveries>,
): Promise<Given<typeof listDeliveries>> {
  if (query.cursor && !/^\d{1,18}$/.test(query.cursor)) throw new Problem('request.malformed');
  const rows = await db
    .select()
    .from(outbox)
    .where(and(stuck, query.cursor ? gt(outbox.id, BigInt(query.cursor)) : undefined))
    .orderBy(asc(outbox.id))
    .limit(query.limit + 1);
  const shown = rows.slice(0, query.limit);
  return {
    lanes: await lanes(db),
    items: shown.map(toDelivery),
    ...(rows.length > query.limit && { next: String(shown.at(-1)!.id) }),
  };
}

export async function retry({ db, wake }: Signed, { params }: Parsed<typeof retryDelivery>): Promise<void> {
  const [row] = await db
    .update(outbox)
    .set({ nextAt: appNow })
    .where(and(eq(outbox.id, BigInt(params.delivery)), waiting))
    .returning({ id: outbox.id });
  if (!row) throw new Problem('notFound');
  wake();
}

async function lanes(db: Signed['db']) {
  const held = await db
    .select({
      event: outbox.event,
      waiting: count(),
      stuck: sql<number>`count(*) filter (where ${outbox.attempts} >= ${STUCK_AFTER})`.mapWith(Number),
      oldest: min(outbox.at),
    })
    .from(outbox)
    .where(waiting)
    .groupBy(outbox.event);
  const today = sql`date_trunc('day', app_now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'`;
  const delivered = await db
    .select({ event: outbox.event, count: count() })
    .from(outbox)
    .where(gte(outbox.deliveredAt, today))
    .groupBy(outbox.event);
  return (Object.keys(LANES) as Lane[]).map((lane) => {
    const own = held.filter(({ event }) => laneOf(event) === lane);
    const oldest = own.flatMap((row) => row.oldest ?? []).toSorted((a, b) => +a - +b)[0];
    return {
      lane,
      waiting: sum(own.map((row) => row.waiting)),
      stuck: sum(own.map((row) => row.stuck)),
      ...(oldest && { oldest: oldest.toISOString() }),
      deliveredToday: sum(delivered.filter(({ event }) => laneOf(event) === lane).map((row) => row.count)),
    };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function toDelivery(row: typeof outbox.$inferSelect): Delivery {
  const { id, at, attempts, nextAt, fault } = row;
  const lane = laneOf(row.event);
  const note =
    lane === 'own' ? noteOf({ name: row.event as EventName, payload: row.payload } as Event) : null;
  return {
    id: String(id),
    lane,
    title: note?.title ?? LANES[lane],
    at: at.toISOString(),
    attempts,
    nextAt: nextAt.toISOString(),
    ...(fault && { fault }),
  };
}
