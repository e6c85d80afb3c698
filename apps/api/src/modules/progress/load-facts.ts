import { type ExamSession, type Plan, slotsIn } from '@zikao/contract/exams';
import { now, today } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { openSittings } from '#modules/enrolments';
import {
  coursesOf,
  equivalencesOf,
  majorsOf,
  offeringsOf,
  sessionNames,
  slotName,
  windowOf,
} from '#modules/exams';
import { type RecordFile, standingToday } from '#modules/records';
import { publications } from '#modules/scores';
import type { Facts, Surroundings } from './rules/facts.ts';
import { planFacts } from './rules/groups.ts';

/** What 毕业进度 of a candidate in a plan is judged by. */
export async function loadFacts(
  ctx: Ctx,
  candidate: string,
  plan: Plan,
  record: RecordFile,
  session: ExamSession | undefined,
  district: string | undefined,
): Promise<Facts> {
  const courses = await coursesOf(
    ctx,
    plan.courses.map(({ code }) => code),
  );
  const theories = new Map(
    [...courses.values()].flatMap(({ code, theory }) => (theory ? [[code, theory]] : [])),
  );
  const slots = session ? slotsIn(session, district) : [];
  const names = new Map(slots.map((slot) => [slot.no, slotName(slot)]));
  const offered = session ? await offeringsOf(ctx, session.id) : [];
  const counting = [...record.counting].map(
    ([code, { kind, score, when }]) => [code, { kind, when, ...(score && { score }) }] as const,
  );
  return {
    plan: planFacts(plan, theories),
    record: new Map(counting),
    replacements: (await equivalencesOf(ctx))
      .filter(({ basis }) => basis === 'passed')
      .map(({ old, name, course }) => ({ old, oldName: name, course })),
    inProgress: await sitNow(ctx, candidate, session && { id: session.id, names }),
    offered: new Map(offered.map(({ code, slot }) => [code, names.get(slot) ?? `第 ${slot} 场`])),
  };
}

/** Courses enrolled for in sessions whose scores are not out, with when they are sat. */
async function sitNow(
  ctx: Ctx,
  candidate: string,
  current: { id: string; names: ReadonlyMap<string, string> } | undefined,
): Promise<Map<string, string>> {
  const out = new Set((await publications(ctx)).map(({ id }) => id));
  const sessions = await sessionNames(ctx);
  const open = (await openSittings(ctx, candidate)).filter(({ session }) => !out.has(session));
  return new Map(
    open.map(({ session, course, slot }) => [
      course,
      (session === current?.id && current.names.get(slot)) || (sessions.get(session) ?? session),
    ]),
  );
}

/** What stands around it today. */
export async function loadSurroundings(
  ctx: Ctx,
  { major: { code } }: Plan,
  record: RecordFile,
  session: ExamSession | undefined,
  district: string | undefined,
): Promise<Surroundings> {
  const { enrolUntil, certificatesUntil } = (await majorsOf(ctx)).find((one) => one.code === code)!;
  const window = session && (await windowOf(ctx, session.id, 'enrolment', district));
  const at = await now(ctx.db);
  return {
    today: await today(ctx.db),
    numbers: record.numbers.length,
    standing: await standingToday(ctx, record),
    major: { ...(enrolUntil && { enrolUntil }), ...(certificatesUntil && { certificatesUntil }) },
    enrolment: window
      ? {
          name: session.name,
          ...window,
          is: window.open ? 'open' : at < new Date(window.opensAt) ? 'before' : 'over',
        }
      : null,
  };
}
