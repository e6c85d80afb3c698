import { EDITABLE_STATES } from '@zikao/contract/applications/lifecycle';
import type { checkApplication as contract } from '@zikao/contract/applications/endpoints';
import type { Given } from '@zikao/contract/endpoint';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { getKind } from './find-kind.ts';
import { getRow } from './find.ts';
import { judge } from './judge.ts';

/** 下一步: every rule, nothing written. Answers with the preview. */
export async function checkApplication(
  ctx: Signed,
  { params, body }: { params: { id: string }; body: { step?: string | undefined } },
): Promise<Given<typeof contract>> {
  const row = await getRow(ctx, params.id);
  if (!EDITABLE_STATES.includes(row.state)) throw new Problem('application.closed');
  const { groups, notes } = await judge(ctx, getKind(ctx, row.kind), row, body.step);
  return { groups, notes };
}
