import { desc } from 'drizzle-orm';
import { maskPhone } from '@zikao/contract/codes/phone';
import { OPEN_DESK_STATES } from '@zikao/contract/desk/lifecycle';
import type { OwnDeskRequest } from '@zikao/contract/desk/shapes';
import { officeOf } from '#modules/identity';
import type { Ctx, Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { openNumbers, type RequestRow } from './seal.ts';
import { requestScope } from './scope.ts';
import { deskRequests } from './tables.ts';

/** Two people claimed it and the province has decided: the net no longer settles that. */
const isDecided = ({ contested, confirmedAt }: RequestRow) => contested && confirmedAt !== null;

export function refuseDecided(row: RequestRow): void {
  if (OPEN_DESK_STATES.includes(row.state) && isDecided(row)) throw new Problem('desk.decided');
}

/** A request as the owner of the account sees it. */
export async function ownView(ctx: Ctx, row: RequestRow): Promise<OwnDeskRequest> {
  const { newPhone } = openNumbers(ctx.keys, row);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    office: await officeOf(ctx, row.by),
    at: row.at.toISOString(),
    ...(row.effectiveAt && { effectiveAt: row.effectiveAt.toISOString() }),
    mayUndo: OPEN_DESK_STATES.includes(row.state) && !isDecided(row),
    ...(newPhone && { newPhone: maskPhone(newPhone) }),
  };
}

/** What desks asked for about one's own account, newest first. */
export async function listOwn(ctx: Signed): Promise<{ items: OwnDeskRequest[] }> {
  const rows = await ctx.db
    .select()
    .from(deskRequests)
    .where(requestScope(ctx.actor))
    .orderBy(desc(deskRequests.at))
    .limit(20);
  return { items: await Promise.all(rows.map((row) => ownView(ctx, row))) };
}
