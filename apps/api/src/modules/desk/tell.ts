import type { DeskState } from '@zikao/contract/desk/lifecycle';
import { momentText } from '#modules/exams';
import { officeOf } from '#modules/identity';
import { emit } from '#platform/act';
import type { Ctx } from '#platform/context';
import { openNumbers, type RequestRow } from './seal.ts';
import { type Filling, TEXTS } from './texts.ts';

/** Tells of a request's step, from within its transaction: the account's messages, the old number, the new one. */
export async function tell(ctx: Pick<Ctx, 'db' | 'keys'>, row: RequestRow, step: DeskState): Promise<void> {
  const { title, message, new: toNew } = TEXTS[row.kind][step];
  await emit(ctx, 'desk.moved', {
    candidate: row.target,
    request: row.id,
    title,
    message: message(await filling(ctx as Ctx, row)),
  });
  await emit(ctx, 'desk.smsDue', { request: row.id, to: 'old', step });
  if (row.newPhone && toNew) await emit(ctx, 'desk.smsDue', { request: row.id, to: 'new', step });
}

export async function filling(ctx: Pick<Ctx, 'db' | 'keys'>, row: RequestRow): Promise<Filling> {
  const { idNumber, newPhone } = openNumbers(ctx.keys, row);
  return {
    office: await officeOf(ctx as Ctx, row.by),
    idNumber,
    ...(newPhone && { newPhone }),
    ...(row.effectiveAt && { when: momentText(row.effectiveAt) }),
    ...(row.endNote && { note: row.endNote }),
  };
}
