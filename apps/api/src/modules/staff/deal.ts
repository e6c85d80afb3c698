import type { SessionEnd } from '@zikao/contract/identity';
import type { StaffAction } from '@zikao/contract/staff';
import { endSessions, lockStaff, type StaffRow, writeStaff } from '#modules/identity';
import { releaseAll } from '#modules/review';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { actionsOf } from './view.ts';

/** What becomes of an account, and what is written down of it; `end`: how its sessions end, if they do. */
export interface Outcome {
  set?: Parameters<typeof writeStaff>[2];
  why: string;
  end?: SessionEnd;
}

/** Does one thing with somebody else's account. Whose sessions end holds no case any more. */
export function dealWith(
  ctx: Signed,
  id: string,
  action: StaffAction,
  decide: (row: StaffRow, ctx: Signed) => Outcome | Promise<Outcome>,
): Promise<StaffRow> {
  return transaction(ctx, async (ctx) => {
    const all = await holdStaff(ctx);
    const row = all.find((one) => one.id === id);
    if (!row) throw new Problem('notFound');
    if (id === ctx.actor.id) throw new Problem('staff.self');
    if (!actionsOf(row).includes(action)) throw new Problem('conflict');
    const { set, why, end } = await decide(row, ctx);
    const written = set ? await writeStaff(ctx, id, set) : row;
    if (end) await endSessions(ctx, id, end);
    const released = end ? await releaseAll(ctx, id) : 0;
    await trace(ctx, {
      subject: `account:${id}`,
      why: released ? `${why}（放回 ${released} 件审核）` : why,
    });
    return written;
  });
}

/**
 * The staff, held until the transaction ends. Whoever deals with accounts must be of the province and in use still: of two
 * who put each other out of use at once the second is out already. As nobody deals with their own, one always remains.
 */
export async function holdStaff(ctx: Signed): Promise<StaffRow[]> {
  const all = await lockStaff(ctx);
  const self = all.find(({ id }) => id === ctx.actor.id);
  if (!self?.active || self.role !== 'province') throw new Problem('signedOut');
  return all;
}
