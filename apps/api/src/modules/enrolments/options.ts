import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { getEnrolmentOptions as contract } from '@zikao/contract/enrolments';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { closedText, majorsOf, planOf, windowsOf } from '#modules/exams';
import { findEnrolment, getSession } from './find.ts';
import { loadFacts } from './load-facts.ts';
import { courseFault } from './rules/courses.ts';
import type { Facts } from './rules/facts.ts';
import { majorFault } from './rules/majors.ts';
import { chosenDistrict } from './view.ts';

type Options = Given<typeof contract>;

/** What can be chosen, and why the rest cannot: by the same rules that judge the submission. */
export async function getEnrolmentOptions(
  ctx: Signed,
  { query }: Pick<Parsed<typeof contract>, 'query'>,
): Promise<Options> {
  const session = await getSession(ctx);
  const row = await findEnrolment(ctx, session.id);
  const facts = await loadFacts(ctx, session, { district: row && chosenDistrict(row) });
  const plan = query.major ? await planOf(ctx, query.major) : undefined;
  const own = new Set(plan?.courses.map(({ code }) => code));
  return {
    districts: await districtOptions(ctx, session.id, facts),
    majors: (await majorsOf(ctx)).map((major) => {
      const reason = majorFault(major, facts);
      return { ...major, selectable: !reason, ...(reason && { reason }) };
    }),
    courses: courseOptions(facts, own, query.all ? undefined : chosenCourses(row?.answers)),
  };
}

async function districtOptions(ctx: Signed, session: string, facts: Facts): Promise<Options['districts']> {
  const at = await now(ctx.db);
  const windows = await windowsOf(ctx, session, 'enrolment');
  return [...facts.districts].map(([code, name]) => {
    const window = windows.get(code) ?? null;
    return window?.open
      ? { code, name, selectable: true }
      : { code, name, selectable: false, reason: closedText('enrolment', window, at) };
  });
}

/** Courses of the own plan and those already chosen; without `chosen` every course of the session. */
function courseOptions(facts: Facts, own: Set<string>, chosen?: Set<string>): Options['courses'] {
  return [...facts.offered.values()]
    .filter(({ code }) => !chosen || own.has(code) || chosen.has(code))
    .map(({ code, name, credits, slot }) => {
      const fault = courseFault(code, facts);
      const note = fault ?? (own.has(code) ? undefined : '其他专业');
      return { code, name, credits, slot, own: own.has(code), selectable: !fault, ...(note && { note }) };
    });
}

function chosenCourses(answers: Record<string, unknown> = {}): Set<string> {
  const list = Array.isArray(answers.courses) ? (answers.courses as { course?: unknown }[]) : [];
  return new Set(list.map(({ course }) => String(course)));
}
