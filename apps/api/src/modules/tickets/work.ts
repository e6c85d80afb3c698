import { sql } from 'drizzle-orm';
import { KEPT_HOURS } from '@zikao/contract/prints';
import { doPrint, removeAll } from './do-print.ts';
import type { Working } from '#platform/context';
import { prints } from './tables.ts';

/** The jobs of this module. */
export const work = (services: Working) => ({
  print: (_id: string, { print }: { print: string }) => doPrint(services, print),
});

/** Takes away what was kept long enough, and gives up what no job does any more. Cheap: run it often. */
export async function sweepPrints({ db, files }: Pick<Working, 'db' | 'files'>): Promise<void> {
  const lost = sql`${prints.state} in ('waiting', 'running') and ${prints.at} < app_now() - interval '6 hours'`;
  await db.update(prints).set({ state: 'failed' }).where(lost);
  const old = await db
    .delete(prints)
    .where(sql`coalesce(${prints.readyAt}, ${prints.at}) < app_now() - make_interval(hours => ${KEPT_HOURS})`)
    .returning({ files: prints.files });
  for (const row of old) await removeAll({ files }, row.files);
}
