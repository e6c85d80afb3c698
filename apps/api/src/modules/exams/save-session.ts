import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { FUNCTIONS } from '@zikao/contract/exams';
import type {
  archiveSession,
  makeSessionCurrent,
  PlannedSession,
  saveSession as contract,
} from '@zikao/contract/sessions';
import { appNow } from '#platform/clock';
import { transaction, type Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { momentText } from './moment-text.ts';
import { plannedSession } from './planned-session.ts';
import { districts, examSessions, offerings, ownSlots, slots, windows } from './tables.ts';

/** Replaces half-days and windows; what is open changes with the commit. The trail names what the windows were. */
export function saveSession(
  ctx: Signed,
  { params: { session: id }, body }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  return changed(ctx, id, async (ctx, before) => {
    await refuseUnknownDistricts(ctx, 'windows', body.windows);
    await refuseUnknownDistricts(ctx, 'ownSlots', body.ownSlots);
    const kept = new Set(body.slots.map(({ no }) => no));
    const removed = before.slots.map(({ no }) => no).filter((no) => !kept.has(no));
    if (removed.length) await refuseUsed(ctx, id, removed);
    await ctx.db.delete(slots).where(eq(slots.session, id));
    await ctx.db.insert(slots).values(body.slots.map((slot) => ({ ...slot, session: id })));
    await ctx.db.delete(ownSlots).where(eq(ownSlots.session, id));
    if (body.ownSlots.length)
      await ctx.db.insert(ownSlots).values(body.ownSlots.map((own) => ({ ...own, session: id })));
    await ctx.db.delete(windows).where(eq(windows.session, id));
    if (body.windows.length)
      await ctx.db.insert(windows).values(
        body.windows.map(({ function: of, district, opensAt, closesAt }) => ({
          session: id,
          function: of,
          district: district ?? null,
          opensAt: new Date(opensAt),
          closesAt: new Date(closesAt),
        })),
      );
    return [difference(before.windows, body.windows), ...movedSlots(before.ownSlots, body.ownSlots)]
      .join('；')
      .slice(0, 1_000);
  });
}

/** From here on candidates register and enrol for this one. */
export function makeCurrent(
  ctx: Signed,
  { params: { session: id } }: Parsed<typeof makeSessionCurrent>,
): Promise<Given<typeof makeSessionCurrent>> {
  return changed(ctx, id, async (ctx, { readiness }) => {
    const missing = readiness.filter(({ ok, needed }) => needed && !ok);
    if (missing.length) throw new Problem('session.notReady', missing.map(({ detail }) => detail).join(''));
    await ctx.db.update(examSessions).set({ current: false }).where(ne(examSessions.id, id));
    await ctx.db.update(examSessions).set({ current: true }).where(eq(examSessions.id, id));
    return '设为当前考次';
  });
}

/** What is over, and not the one candidates enrol for, is closed for good. */
export function archive(
  ctx: Signed,
  { params: { session: id } }: Parsed<typeof archiveSession>,
): Promise<Given<typeof archiveSession>> {
  return changed(ctx, id, async (ctx, { phase }) => {
    if (phase !== 'examined') throw new Problem('session.notOver');
    await ctx.db.update(examSessions).set({ archivedAt: appNow }).where(eq(examSessions.id, id));
    return '归档';
  });
}

async function changed(
  ctx: Signed,
  id: string,
  change: (ctx: Signed, before: PlannedSession) => Promise<string>,
): Promise<PlannedSession> {
  return transaction(ctx, async (ctx) => {
    // All sessions, in one order: only one of them is the current one, and two changes must not meet.
    const locked = await ctx.db.select().from(examSessions).orderBy(examSessions.id).for('update');
    const row = locked.find((session) => session.id === id);
    if (!row) throw new Problem('notFound');
    if (row.version !== ctx.ifMatch) throw new Problem('request.stale');
    if (row.archivedAt) throw new Problem('session.archived');
    const why = await change(ctx, await plannedSession(ctx, id));
    await ctx.db
      .update(examSessions)
      .set({ version: row.version + 1 })
      .where(eq(examSessions.id, id));
    await trace(ctx, { subject: `session:${id}`, why });
    return plannedSession(ctx, id);
  });
}

async function refuseUnknownDistricts(
  ctx: Signed,
  list: 'windows' | 'ownSlots',
  planned: { district?: string | undefined }[],
): Promise<void> {
  const known = new Set(
    (await ctx.db.select({ code: districts.code }).from(districts)).map(({ code }) => code),
  );
  const errors = planned.flatMap(({ district }, at) =>
    district && !known.has(district) ? [{ path: `${list}.${at}.district`, message: '请选择考区' }] : [],
  );
  if (errors.length) throw new Problem('request.invalid', { errors });
}

async function refuseUsed(ctx: Signed, session: string, removed: string[]): Promise<void> {
  const used = await ctx.db
    .selectDistinct({ slot: offerings.slot })
    .from(offerings)
    .where(and(eq(offerings.session, session), inArray(offerings.slot, removed)));
  if (used.length)
    throw new Problem(
      'session.slotInUse',
      `第 ${used
        .map(({ slot }) => slot)
        .toSorted()
        .join('、')} 场已安排开考课程，不能删去。`,
    );
}

type OwnSlots = Parsed<typeof contract>['body']['ownSlots'];

/** 格尔木市第 2 场另定 2027-04-24 09:00; those that stayed are not named. */
function movedSlots(before: OwnSlots, after: OwnSlots): string[] {
  const text = ({ district, no, date, start, end }: OwnSlots[number]) =>
    `${district} 第 ${no} 场 ${date} ${start}－${end}`;
  const [old, now] = [before.map(text), after.map(text)];
  return [
    ...now.filter((own) => !old.includes(own)).map((own) => `另定 ${own}`),
    ...old.filter((own) => !now.includes(own)).map((own) => `取消另定 ${own}`),
  ];
}

type Windows = Parsed<typeof contract>['body']['windows'];

/** 报考课程：2027年3月1日 09:00－2027年3月8日 18:00 改为 …; windows that stayed are not named. */
function difference(before: Windows, after: Windows): string {
  const text = (window: Windows[number] | undefined) =>
    window ? `${momentText(window.opensAt)}－${momentText(window.closesAt)}` : '没有';
  const key = ({ function: of, district }: Windows[number]) =>
    `${FUNCTIONS[of]}${district ? `（${district}）` : ''}`;
  const [old, now] = [before, after].map((list) => new Map(list.map((window) => [key(window), window])));
  const lines = [...new Set([...old!.keys(), ...now!.keys()])].flatMap((name) => {
    const [was, is] = [text(old!.get(name)), text(now!.get(name))];
    return was === is ? [] : [`${name}：${was} 改为 ${is}`];
  });
  return lines.length ? lines.join('；').slice(0, 1_000) : '办理时间没有改动';
}
