import { now, today } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { personOnFile } from '#modules/candidates';
import { majorOf } from '#modules/enrolments';
import { coursesOf, equivalencesOf, examRules, findProvince, majorsOf, planOf } from '#modules/exams';
import { loadRecord, standingToday } from '#modules/records';
import { publishedScores } from '#modules/scores';
import { heldCourses } from './holds.ts';
import type { Facts, OnFile } from './rules/rule.ts';

/** What the rules judge a candidate's application by; `application`: the one that is judged, if it exists yet. */
export async function loadFacts(
  ctx: Ctx,
  candidate: string,
  session: Facts['session'],
  application?: string,
): Promise<Facts> {
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
    numbers: file.numbers,
    standing: await standingToday(ctx, file),
    scores: await scoresOf(ctx, candidate, session.id),
    rechecked: await heldCourses(ctx, candidate, 'recheck', session.id, application),
    equivalences: await equivalencesOf(ctx),
    limits: await examRules(ctx),
    majors: new Map((await majorsOf(ctx)).map((one) => [one.code, one])),
    courses: await coursesOf(ctx),
    ...(plan && { plan }),
  };
}

async function scoresOf(ctx: Ctx, candidate: string, session: string): Promise<Facts['scores']> {
  const published = await publishedScores(ctx, candidate);
  return published.find(({ id }) => id === session)?.items ?? [];
}

/** The fixed answers that every kind's form may show. */
export async function onFileOf(ctx: Ctx, candidate: string): Promise<OnFile> {
  const { name, sex, idNumber, admissionNumber = '', photo = '' } = await personOnFile(ctx, candidate);
  return { currentName: name, currentSex: sex, idNumber, admissionNumber, photo };
}
