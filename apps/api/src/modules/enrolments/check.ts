import type { z } from 'zod';
import type { FrozenGroups } from '@zikao/contract/enrolments';
import type { Signed } from '#platform/context';
import { getEnrolmentRow, getSession } from './find.ts';
import { judge } from './judge.ts';

/** 下一步: every rule, nothing written. Answers with the preview. */
export async function checkEnrolment(ctx: Signed): Promise<z.output<typeof FrozenGroups>> {
  const session = await getSession(ctx);
  const { groups } = await judge(ctx, await getEnrolmentRow(ctx, session.id), session);
  return groups;
}
