import type { getApplicationOptions as contract } from '@zikao/contract/applications/endpoints';
import type { Given } from '@zikao/contract/endpoint';
import { ownTablesOf } from '@zikao/contract/forms/codes';
import type { Signed } from '#platform/context';
import { getKind } from './find-kind.ts';
import { getRow } from './find.ts';
import { loadFacts } from './load-facts.ts';
import { ownTables } from './own-tables.ts';
import { sessionOf } from './session-of.ts';

/** What of one's own the form lets choose from, by the facts that judge the submission. */
export async function getApplicationOptions(
  ctx: Signed,
  { params }: { params: { id: string } },
): Promise<Given<typeof contract>> {
  const row = await getRow(ctx, params.id);
  const kind = getKind(ctx, row.kind);
  const session = (await sessionOf(ctx, kind, row)) ?? { id: row.session, name: row.session };
  return ownTables(ownTablesOf(kind.form), await loadFacts(ctx, row.candidate, session, row.id));
}
