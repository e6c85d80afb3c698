import type { Application } from '@zikao/contract/applications/shapes';
import type { Ctx } from '#platform/context';
import { officeOf } from '#modules/identity';
import type { ApplicationRow } from './find.ts';

/** 现场审核 as the candidate sees it: when, and by which office. */
export async function visitOf(
  ctx: Ctx,
  { visitedAt, visitedBy }: Pick<ApplicationRow, 'visitedAt' | 'visitedBy'>,
): Promise<Application['visit']> {
  if (!visitedAt || !visitedBy) return undefined;
  return { at: visitedAt.toISOString(), office: await officeOf(ctx, visitedBy) };
}
