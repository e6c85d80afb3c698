import type { Application } from '@zikao/contract/applications/shapes';
import { sql } from 'drizzle-orm';
import { nameDocuments } from '#modules/documents';
import { act, emit } from '#platform/act';
import { type Signed, transaction } from '#platform/context';
import { getKind } from './find-kind.ts';
import { getRow } from './find.ts';
import { release } from './holds.ts';
import { applicationScope } from './scope.ts';
import { applicationSubject } from './subject.ts';
import { applications } from './tables.ts';
import { applicationView } from './view.ts';

/** 撤回, as long as nobody has decided for good; a draft is given up. Another one may begin at once. */
export async function withdrawApplication(
  ctx: Signed,
  { params: { id } }: { params: { id: string } },
): Promise<Application> {
  await transaction(ctx, async (ctx) => {
    const row = await getRow(ctx, id, { lock: true });
    const { key: kind, title } = getKind(ctx, row.kind);
    await act(ctx, applicationSubject, 'withdraw', id, {
      set: { version: sql`${applications.version} + 1`, reservedFor: null, reservedUntil: null },
      guard: applicationScope(ctx.actor),
    });
    await release(ctx, id);
    await nameDocuments(ctx, { owner: row.candidate, subject: id, no: 0, ids: [] });
    if (row.submission > 0)
      await emit(ctx, 'application.withdrawn', { candidate: row.candidate, application: id, kind, title });
  });
  ctx.wake();
  return applicationView(ctx, await getRow(ctx, id));
}
