import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { slotsOf } from '#modules/exams';
import { roomsOf } from '#modules/seating';
import { act } from '#platform/act';
import { type Ctx, inBackground, type Services, transaction, type Working } from '#platform/context';
import { Problem } from '#platform/problem';
import { traceShown } from '#platform/trace';
import { printRoom, type RoomToPrint } from './print-room.ts';
import { printSubject } from './subject.ts';
import { prints, type PrintedFile } from './tables.ts';

type Row = typeof prints.$inferSelect;
/** Candidates at their own paper come first: an office waits for a free place. */
const PATIENCE = 120;

/**
 * Prints room by room, so that the memory stays flat whatever the venue. Given twice, when a process died over it, it
 * begins anew; cancelled meanwhile, it stops after the room at hand.
 */
export async function doPrint(services: Working, print: string): Promise<void> {
  const ctx = inBackground(services);
  const [before] = await ctx.db.select().from(prints).where(eq(prints.id, print));
  const begun = await move(ctx, print, 'start', { done: 0, files: [], missing: [] });
  if (!before || !begun) return;
  await removeAll(ctx, before.files);
  try {
    const whole = await printAll(ctx, before);
    if (whole && (await move(ctx, print, 'finish', { readyAt: sql`app_now()` }))) return;
  } catch (error) {
    services.log.error({ fault: (error as Error).message.split('\n')[0] }, 'not printed');
    await move(ctx, print, 'fail', {});
  }
  await forgetFiles(ctx, print);
}

async function printAll(ctx: Ctx, { id, session, venue, slot, paper, at, entry }: Row): Promise<boolean> {
  const inUse = await roomsOf(ctx, { session }, { venue, ...(slot !== null && { slot }) });
  const slots = new Map((await slotsOf(ctx, session, inUse[0]?.venue.district)).map((one) => [one.no, one]));
  const noticed = new Set<string>();
  for (const one of inUse) {
    const half = slots.get(one.slot)!;
    const printed = await patiently(ctx, { session, inUse: one, slot: half, paper, at }, noticed);
    const files: PrintedFile[] = [];
    if (printed) {
      for (const enrolment of printed.enrolments) noticed.add(enrolment);
      if (entry !== null) await traceShown(ctx, entry, printed.people);
      const name = `第${one.slot}场-第${one.room.no}考场.pdf`;
      files.push({ name, file: await ctx.files.put(id, printed.pdf) });
    }
    if (await note(ctx, id, files, printed?.missing ?? [])) continue;
    await removeAll(ctx, files);
    return false;
  }
  return true;
}

async function patiently(ctx: Ctx, room: RoomToPrint, noticed: ReadonlySet<string>) {
  for (let tries = 1; ; tries++)
    try {
      return await printRoom(ctx, room, noticed);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'overloaded') || tries >= PATIENCE) throw error;
      await pause(1_000);
    }
}

/** One more room is done; false: it is not wanted any more. */
async function note({ db }: Ctx, id: string, files: PrintedFile[], missing: string[]): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    update ${prints} set done = done + 1, files = files || ${JSON.stringify(files)}::jsonb,
      missing = (select coalesce(jsonb_agg(distinct m), '[]') from jsonb_array_elements(missing || ${JSON.stringify(missing)}::jsonb) m)
    where id = ${id} and state = 'running'`);
  return rowCount === 1;
}

/** False: it is not in a state for that any more, because somebody cancelled it. */
async function move(
  ctx: Ctx,
  id: string,
  action: 'start' | 'finish' | 'fail',
  set: object,
): Promise<boolean> {
  try {
    await transaction(ctx, (ctx) => act(ctx, printSubject, action, id, { as: 'system', set: { ...set } }));
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'conflict') return false;
    throw error;
  }
}

async function forgetFiles(ctx: Ctx, id: string): Promise<void> {
  const [row] = await ctx.db.select({ files: prints.files }).from(prints).where(eq(prints.id, id));
  await removeAll(ctx, row?.files ?? []);
  await ctx.db.update(prints).set({ files: [] }).where(eq(prints.id, id));
}

export async function removeAll(
  { files }: Pick<Services, 'files'>,
  all: readonly PrintedFile[],
): Promise<void> {
  for (const { file } of all) await files.remove(file);
}
