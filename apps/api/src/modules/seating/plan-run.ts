import { and, eq } from 'drizzle-orm';
import { slotsOf } from '#modules/exams';
import { act } from '#platform/act';
import { inBackground, transaction, type Working } from '#platform/context';
import { Problem } from '#platform/problem';
import { asSitting, sittingPages } from './read-sittings.ts';
import { type FrozenRooms, readRooms } from './read-rooms.ts';
import { openPlanner, type Planned } from './planner.ts';
import { openSeed } from './seed.ts';
import { seatingSubject } from './subject.ts';
import { seatingRuns } from './tables.ts';
import { writeSeats } from './write-seats.ts';

type Run = typeof seatingRuns.$inferSelect;

/** On whose behalf: that of the officer who asked for it. */
const officer = ({ by }: Run) => ({ id: by, role: 'province' as const, name: '', session: '' });

/** It was cancelled: nothing is kept. */
class Stopped extends Error {}

const TELL_MS = 300;
/** Shares of the whole that reading and planning take; the rest is writing. */
const READ = 0.2;
const PLAN = 0.5;

/**
 * Plans a run and keeps its seats all together, or says why not. Safe to do twice: whatever another process began and
 * did not end is not there.
 */
export async function planRun(services: Working, id: string): Promise<void> {
  const run = await planning(services, id);
  if (!run) return;
  try {
    // One snapshot for both readings: what is planned is what is written.
    await services.db.transaction((snapshot) => planOver({ ...services, db: snapshot }, services, run), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
  } catch (error) {
    if (error instanceof Stopped || (error instanceof Problem && error.code === 'conflict')) return;
    services.log.warn({ run: id, fault: String(error).split('\n')[0] }, 'seating not planned');
    await fail(services, run, { fault: faultText(error) });
  }
}

async function planOver(snapshot: Working, services: Working, run: Run): Promise<void> {
  const frozen = await readRooms(snapshot, run.id);
  const slots = (await slotsOf(snapshot, run.session)).map(({ no, date }) => ({ no, date }));
  const planner = openPlanner({ seed: openSeed(services, run.seedSealed), slots, venues: frozen.venues });
  const tell = teller(services, run.id);
  try {
    let read = 0;
    for await (const page of sittingPages(snapshot, run.session)) {
      const nameless = page.filter(({ number }) => number === null).length;
      if (nameless) throw new NoNumber(nameless);
      planner.feed(page.map(asSitting));
      read += page.length;
      await tell(0);
    }
    if (read === 0) throw new Nobody();
    const planned = await planner.plan((share) => tell(READ + share * PLAN));
    if (!planned.ok) return await fail(services, run, { shortfalls: planned.shortfalls });
    await keep(snapshot, services, run, { frozen, planned, total: read, tell });
  } finally {
    await planner.end();
  }
}

/** In one transaction, with the state: a process that dies here has written nothing. */
async function keep(
  snapshot: Working,
  services: Working,
  run: Run,
  of: {
    frozen: FrozenRooms;
    planned: Extract<Planned, { ok: true }>;
    total: number;
    tell(share: number): Promise<void>;
  },
): Promise<void> {
  await transaction(inBackground(services, officer(run)), async (ctx) => {
    let from = 0;
    for await (const page of sittingPages(snapshot, run.session)) {
      await writeSeats(ctx, run.id, page, from, of);
      from += page.length;
      await of.tell(READ + PLAN + (1 - READ - PLAN) * (from / of.total));
    }
    await act(ctx, seatingSubject, 'finish', run.id, {
      set: { progress: 1, report: of.planned.report },
      as: 'system',
    });
  });
}

function fail(services: Working, run: Run, set: Partial<Run>): Promise<void> {
  const ctx = inBackground(services, officer(run));
  return transaction(ctx, (ctx) => act(ctx, seatingSubject, 'fail', run.id, { set, as: 'system' })).catch(
    (error) => {
      if (!(error instanceof Problem)) throw error;
    },
  );
}

/** Writes how far it is, now and then, outside the transaction; throws when the run was cancelled meanwhile. */
function teller({ db }: Working, id: string): (share: number) => Promise<void> {
  let last = 0;
  return async (progress) => {
    if (performance.now() - last < TELL_MS) return;
    last = performance.now();
    const told = await db
      .update(seatingRuns)
      .set({ progress })
      .where(and(eq(seatingRuns.id, id), eq(seatingRuns.state, 'planning')))
      .returning({ id: seatingRuns.id });
    if (told.length === 0) throw new Stopped();
  };
}

async function planning({ db }: Working, id: string): Promise<Run | undefined> {
  const [row] = await db
    .select()
    .from(seatingRuns)
    .where(and(eq(seatingRuns.id, id), eq(seatingRuns.state, 'planning')));
  return row;
}

class Nobody extends Error {}
class NoNumber extends Error {
  readonly people: number;
  constructor(people: number) {
    super('without admission number');
    this.people = people;
  }
}

function faultText(error: unknown): string {
  if (error instanceof Nobody) return '这个考次还没有审核通过的报考，没有可编排的考生。';
  if (error instanceof NoNumber) return `有 ${error.people} 人次的考生没有准考证号，请先在考区核对后再试排。`;
  return '编排没有完成，请再试一次；仍不成功的，请联系运维人员查看日志。';
}
