import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { Plan } from '@zikao/contract/exams';
import type { getProgress as contract, Progress } from '@zikao/contract/progress';
import { Problem } from '#platform/problem';
import type { Ctx, Signed } from '#platform/context';
import { profileStanding } from '#modules/candidates';
import { draftMajor, majorOf } from '#modules/enrolments';
import { currentSession, momentText, planOf } from '#modules/exams';
import { loadRecord, type RecordFile } from '#modules/records';
import { loadFacts, loadSurroundings } from './load-facts.ts';
import { conditionsOf } from './rules/conditions.ts';
import { judge } from './rules/judge.ts';
import { nextStep } from './rules/next-step.ts';
import { alsoNeeded, obstaclesOf } from './rules/obstacles.ts';

/** 毕业进度 of the caller, in the major asked for or else their own. */
export async function showProgress(
  ctx: Signed,
  { query }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const record = await loadRecord(ctx, ctx.actor.id);
  const major = query.major ?? (await ownMajor(ctx, ctx.actor.id, record));
  const plan = major === undefined ? undefined : await planOf(ctx, major);
  if (plan) return { progress: await progressIn(ctx, ctx.actor.id, plan, record) };
  if (query.major) throw new Problem('notFound', '这个专业还没有公布开考计划。');
  return { progress: null };
}

async function ownMajor(ctx: Ctx, candidate: string, record: RecordFile): Promise<string | undefined> {
  const studied = await majorOf(ctx, candidate);
  const filed = [...record.counting.values()].findLast(({ major }) => major)?.major;
  return studied ?? filed ?? (await draftMajor(ctx, candidate));
}

async function progressIn(ctx: Ctx, candidate: string, plan: Plan, record: RecordFile): Promise<Progress> {
  const session = await currentSession(ctx);
  const { district } = await profileStanding(ctx, candidate);
  const facts = await loadFacts(ctx, candidate, plan, record, session, district);
  const around = await loadSurroundings(ctx, plan, record, session, district);
  const { papersDone, ...judged } = judge(facts);
  const conditions = conditionsOf({ ...judged, papersDone }, facts, around);
  const obstacles = obstaclesOf(around);
  const { code, name, level } = plan.major;
  return {
    ...judged,
    major: { code, name, level },
    version: plan.version,
    ...(plan.source && { source: plan.source }),
    conditions,
    obstacles,
    complete: obstacles.length === 0 && conditions.every(({ met }) => met),
    next: nextStep({ ...judged, papersDone }, obstacles, around, momentText),
    also: [...plan.conditions, ...alsoNeeded(level)],
  };
}
