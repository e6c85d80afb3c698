import { eq } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { Queue } from '@zikao/contract/review';
import type { approveBulk as endpoint, BulkResult } from '@zikao/contract/review-bulk';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { apply } from './apply.ts';
import { APPROVE, sayRefusal, whyNot } from './bulk-preview.ts';
import { lease } from './claim.ts';
import { selectHeads } from './heads.ts';
import { sourceOf } from './queues.ts';

/** Approves one case after the other, each in a transaction of its own: one that is refused changes nothing for the rest. */
export async function bulkApprove(
  ctx: Signed,
  { params: { queue }, body }: Parsed<typeof endpoint>,
): Promise<Given<typeof endpoint>> {
  sourceOf(ctx, queue);
  const rows: BulkResult[] = [];
  for (const one of body.cases) rows.push(await approveOne(ctx, queue, one));
  ctx.wake();
  return { rows };
}

async function approveOne(
  ctx: Signed,
  queue: Queue,
  { id, no }: { id: string; no: number },
): Promise<BulkResult> {
  const [head] = await selectHeads(ctx, queue, eq(sourceOf(ctx, queue).id, id), 1);
  if (!head) return { id, name: '', approved: false, said: '没有找到这一件' };
  const name = head.name ?? '';
  const excluded = await whyNot(ctx, queue, head);
  if (excluded) return { id, name, approved: false, said: excluded };
  return transaction(ctx, async (ctx) => {
    // A colleague who opened it in the meantime goes first.
    if (!(await lease(ctx, queue, id, { overAhead: true }))) throw new Problem('review.claimed');
    return apply(ctx, { queue, id, no, body: APPROVE, seconds: null });
  }).then(
    ({ admissionNumber }) => ({
      id,
      name,
      approved: true,
      said: admissionNumber ? `审核通过，准考证号 ${admissionNumber}` : '审核通过',
    }),
    (error) => ({ id, name, approved: false, said: sayRefusal(error) }),
  );
}
