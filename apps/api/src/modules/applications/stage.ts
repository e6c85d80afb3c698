import type { Kind } from '@zikao/contract/applications/kind';
import { type ApplicationState, type Stage, stageOf } from '@zikao/contract/applications/lifecycle';
import type { Actor } from '#platform/context';
import type { ApplicationRow } from './find.ts';

/** The stage of its kind at which an application waits for this actor; undefined: it does not. */
export function stageFor(
  { stages }: Kind,
  { role }: Pick<Actor, 'role'>,
  state: ApplicationState,
): Stage | undefined {
  const stage = stageOf(state);
  return stage && stage === role && stages.includes(stage) ? stage : undefined;
}

/** Why a stage cannot approve yet; undefined when it can. */
export function blockedBy(
  { onSite }: Kind,
  stage: Stage | undefined,
  { visitedAt }: Pick<ApplicationRow, 'visitedAt'>,
): string | undefined {
  if (!onSite || onSite.at !== stage || visitedAt) return undefined;
  return `考生还没有到场。请核对${onSite.papers.join('、')}后登记现场审核，再审核通过。`;
}
