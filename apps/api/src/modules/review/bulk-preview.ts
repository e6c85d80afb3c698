import { inArray } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { maskIdNumber } from '@zikao/contract/codes/id-number';
import type { Queue } from '@zikao/contract/review';
import type { BulkRow, previewBulk as endpoint } from '@zikao/contract/review-bulk';
import { openIdNumber } from '#modules/identity';
import { findKind } from '#modules/applications';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { rehearse } from './apply.ts';
import { bulkWarnings } from './bulk-warnings.ts';
import { type HeadRow, keptForAnother, selectHeads } from './heads.ts';
import { refuseHeld } from './held.ts';
import { sourceOf } from './queues.ts';

export const APPROVE = { decision: 'approve' } as const;

/** What approving these together would come to. Those that are not the officer's are not there. */
export async function bulkPreview(
  ctx: Signed,
  { params: { queue }, body }: Parsed<typeof endpoint>,
): Promise<Given<typeof endpoint>> {
  const of = sourceOf(ctx, queue);
  const heads = await selectHeads(ctx, queue, inArray(of.id, body.ids), body.ids.length);
  const warnings = await bulkWarnings(ctx, queue, heads);
  const rows: BulkRow[] = [];
  // One after the other: each rehearsal locks its case for a moment.
  for (const head of heads) {
    const excluded = await whyNot(ctx, queue, head);
    rows.push({
      id: head.id,
      no: head.no,
      name: head.name ?? '',
      maskedIdNumber: maskIdNumber(openIdNumber(ctx.keys, head)),
      submittedAt: head.submittedAt.toISOString(),
      warnings: warnings.get(head.id) ?? [],
      ...(excluded && { excluded }),
    });
  }
  return { rows };
}

/** Why a case cannot be approved together with others; undefined: it can. Cheap reasons first. */
export async function whyNot(ctx: Signed, queue: Queue, head: HeadRow): Promise<string | undefined> {
  const { actor } = ctx;
  const of = sourceOf(ctx, queue);
  if (!of.decides(actor.role).includes(head.state)) return '现在不由您审核，或已经审核过了';
  if (head.officer && head.officer !== actor.id) return `${head.officerName ?? '同事'}正在审核`;
  if (keptForAnother(ctx, head)) return `重新提交的，先留给${head.reservedName ?? '同事'}审核`;
  const stage = actor.role === 'province' ? 'province' : 'district';
  if (findKind(ctx, queue)?.decision?.[stage]) return '审核时要填写内容，请逐件审核';
  const approval = { queue, id: head.id, no: head.no, body: APPROVE, seconds: null };
  return refuseHeld(ctx, queue, head.id)
    .then(() => rehearse(ctx, approval))
    .then(() => undefined, sayRefusal);
}

/** What an officer reads of a refusal; anything unexpected goes on being thrown. */
export function sayRefusal(error: unknown): string {
  if (!(error instanceof Problem)) throw error;
  return error.extra.detail ?? error.message;
}
