import { eq, sql } from 'drizzle-orm';
import type { Application } from '@zikao/contract/applications/shapes';
import { EDITABLE_STATES } from '@zikao/contract/applications/lifecycle';
import { appNow } from '#platform/clock';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { getKind } from './find-kind.ts';
import { getRow } from './find.ts';
import { applications } from './tables.ts';
import { applicationView } from './view.ts';

/** The tick under the requirements; stored with the version that was read, which must be the one in force. */
export function agreeToRequirements(
  ctx: Signed,
  { params, body }: { params: { id: string }; body: { version: string } },
): Promise<Application> {
  return transaction(ctx, async (ctx) => {
    const row = await getRow(ctx, params.id, { lock: true });
    if (!EDITABLE_STATES.includes(row.state)) throw new Problem('application.closed');
    if (getKind(ctx, row.kind).version !== body.version)
      throw new Problem('conflict', '办理要求已更新，请重新阅读。');
    if (row.agreedVersion === body.version) return applicationView(ctx, row);
    const [agreed] = await ctx.db
      .update(applications)
      .set({ agreedVersion: body.version, agreedAt: appNow, version: sql`${applications.version} + 1` })
      .where(eq(applications.id, row.id))
      .returning();
    return applicationView(ctx, agreed!);
  });
}
