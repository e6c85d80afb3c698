import { maskIdNumber } from '@zikao/contract/codes/id-number';
import { maskPhone } from '@zikao/contract/codes/phone';
import { deskLifecycle } from '@zikao/contract/desk/lifecycle';
import { paperLabels } from '@zikao/contract/desk/papers';
import type { DeskRequest } from '@zikao/contract/desk/shapes';
import { allowed } from '@zikao/contract/lifecycle';
import { districtName } from '#modules/exams';
import type { Signed } from '#platform/context';
import { mayLookAgain } from './look-again.ts';
import { openNumbers, type RequestRow } from './seal.ts';

/** A request as staff see it. */
export async function view(ctx: Signed, row: RequestRow): Promise<DeskRequest> {
  const { idNumber, oldPhone, newPhone } = openNumbers(ctx.keys, row);
  const seesPhone = row.kind === 'phone' || ctx.actor.role === 'province';
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    actions: allowed(deskLifecycle, row.state, ctx.actor.role).filter(
      (action) => action === 'undo' || mayLookAgain(ctx.actor, row),
    ),
    district: await districtName(ctx, row.district),
    by: row.byName,
    at: row.at.toISOString(),
    reason: row.reason,
    papers: paperLabels(row.kind, row.papers),
    secondLook: row.secondLook,
    ...(row.confirmedBy && { confirmed: { by: row.confirmedBy, at: row.confirmedAt!.toISOString() } }),
    ...(row.effectiveAt && { effectiveAt: row.effectiveAt.toISOString() }),
    ...(row.endedAt && { ended: { at: row.endedAt.toISOString(), note: row.endNote ?? '' } }),
    maskedIdNumber: maskIdNumber(idNumber),
    ...(seesPhone && { maskedPhone: maskPhone(oldPhone) }),
    ...(newPhone && { newPhone: maskPhone(newPhone) }),
  };
}
