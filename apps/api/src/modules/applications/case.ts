import { kindActions } from '@zikao/contract/applications/kind';
import type { Reason } from '@zikao/contract/candidates';
import type { DescribedGroup } from '@zikao/contract/forms/form';
import type { Case } from '@zikao/contract/review';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { blockedNow } from './blocked-now.ts';
import { linesOf } from './decision-fields.ts';
import { getKind } from './find-kind.ts';
import { findPrevious, findSubmission, getRow } from './find.ts';
import { openOutcome } from './seal.ts';
import { blockedBy, stageFor } from './stage.ts';

/** What the reviewer sees of an application: as it was submitted, what changed, what to fill in, what still stands in the way. */
export interface ApplicationCase {
  groups: DescribedGroup[];
  previous?: DescribedGroup[];
  previousReasons: Reason[];
  outcome: DescribedGroup[];
  asks?: Case['asks'];
  blocked?: string;
  visited?: { at: Date; by: string };
}

/** One case within the caller's scope; not theirs: `notFound`. Whoever shows it to staff traces the view. */
export async function loadApplicationCase(ctx: Signed, id: string, no: number): Promise<ApplicationCase> {
  const row = await getRow(ctx, id);
  const kind = getKind(ctx, row.kind);
  const submission = await findSubmission(ctx, id, no);
  if (!submission) throw new Problem('notFound');
  const previous = await findPrevious(ctx, id, no);
  const stage = stageFor(kind, ctx.actor, row.state);
  const form = stage && kind.decision?.[stage];
  const blocked = stage && (blockedBy(kind, stage, row) ?? (await blockedNow(ctx, kind, row)));
  return {
    groups: submission.groups,
    ...(previous && { previous: previous.groups }),
    previousReasons: previous?.reasons ?? [],
    outcome: openOutcome(ctx.keys, row.outcome).groups,
    ...(form && { asks: { stage, lines: await linesOf(ctx, form, submission.answers) } }),
    ...(blocked && { blocked }),
    ...(row.visitedAt && row.visitedBy && { visited: { at: row.visitedAt, by: row.visitedBy } }),
  };
}

/** The kind's actions as the workspace names them, whichever stage they are of. */
const NAMES: Record<string, string> = {
  forward: 'approve',
  approveProvince: 'approve',
  rejectProvince: 'reject',
  visitProvince: 'visit',
};

/** What this officer may do with an application of a kind in a state. */
export function caseActions(ctx: Signed, kind: string, state: string): string[] {
  return kindActions(getKind(ctx, kind), state as Parameters<typeof kindActions>[1], ctx.actor.role).map(
    (action) => NAMES[action] ?? action,
  );
}
