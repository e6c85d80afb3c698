import { now, today } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { personOnFile } from '#modules/candidates';
import { majorOf } from '#modules/enrolments';
import { coursesOf, findProvince, planOf } from '#modules/exams';
import { loadRecord, standingToday } from '#modules/records';
import type { Facts, OnFile } from './rules/rule.ts';

/** What the rules judge a candidate's application by. */
export async function loadFacts(ctx: Ctx, candidate: string, session: Facts['session']): Promise<Facts> {
  const file = await loadRecord(ctx, candidate);
  const record = file.counting;
  const major =
    (await majorOf(ctx, candidate)) ?? [...record.values()].findLast((entry) => entry.major)?.major;
  const plan = major ? await planOf(ctx, major) : undefined;
  return {
    now: await now(ctx.db),
    today: await today(ctx.db),
    province: (await findProvince(ctx))?.name ?? '',
    session,
    person: await onFileOf(ctx, candidate),
    record,
    standing: await standingToday(ctx, file),
    courses: await coursesOf(ctx),
    ...(plan && { plan }),
  };
}

/** The fixed answers that every kind's form may show. */
export async function onFileOf(ctx: Ctx, candidate: string): Promise<OnFile> {
  const { name, sex, idNumber, admissionNumber = '', photo = '' } = await personOnFile(ctx, candidate);
  return { currentName: name, currentSex: sex, idNumber, admissionNumber, photo };
}
