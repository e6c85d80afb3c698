import { and, eq, gt, inArray, isNotNull, or } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import type { undoMerge as contract } from '@zikao/contract/merges';
import { partApplications } from '#modules/applications';
import { partDocuments } from '#modules/documents';
import { partEnrolments } from '#modules/enrolments';
import { lockNumbers, partNumbers } from '#modules/identity';
import { lockRecord } from '#modules/records';
import { act, emit } from '#platform/act';
import { appNow, now } from '#platform/clock';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { accounts } from '#tables/identity';
import { markOf, sameMark } from './mark.ts';
import { mergeScope, undoScope } from './scope.ts';
import { isSeated } from './seated.ts';
import { mergeSubject } from './subject.ts';
import { merges } from './tables.ts';
import { getMergeView } from './view.ts';

type Row = typeof merges.$inferSelect;

/**
 * Takes a 合档 back exactly, within 7 days by the database's clock. Once something was done that rests on it, nothing is
 * taken apart: `merge.builtOn` says what.
 */
export async function undoMerge(
  ctx: Signed,
  { params: { id }, body: { reason } }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const view = await transaction(ctx, async (ctx) => {
    const row = await holdMerge(ctx, id);
    await refuseBuiltOn(ctx, row);
    const { moved, candidate, absorbed, closed } = row;
    const whole =
      (await partEnrolments(ctx, moved.enrolments)) &&
      (await partApplications(ctx, moved.applications)) &&
      (await partDocuments(
        ctx,
        closed ?? candidate,
        moved.documents,
        moved.applications.map((one) => one.id),
      ));
    if (!whole)
      throw new Problem('merge.builtOn', '合档以后，移过来的报考、申请或文件又有新的办理，请报省考办处理。');
    await partNumbers(ctx, { absorbed, closed: closed ?? undefined }, moved.numbers);
    await act(ctx, mergeSubject, 'undo', id, {
      set: { undoneBy: ctx.actor.id, undoneAt: appNow, undoReason: reason },
      note: { text: reason },
      guard: undoScope(ctx.actor),
    });
    for (const person of [candidate, ...(closed ? [closed] : [])])
      await trace(ctx, { subject: `merge:${id}`, candidate: person, why: `撤销合档：${reason}` });
    await emit(ctx, 'merge.undone', { candidate, message: told(row, reason) });
    return getMergeView(ctx, id);
  });
  ctx.wake();
  return view;
}

/** The merge and everybody in it, held like for a merge. Late by the clock of the database: `merge.tooLate`. */
async function holdMerge(ctx: Signed, id: string): Promise<Row> {
  const [seen] = await ctx.db
    .select()
    .from(merges)
    .where(and(eq(merges.id, id), mergeScope(ctx.actor)));
  if (!seen) throw new Problem('notFound');
  await lockNumbers(ctx, [seen.surviving, seen.absorbed]);
  const people = [seen.candidate, ...(seen.closed ? [seen.closed] : [])].toSorted();
  await ctx.db.select().from(accounts).where(inArray(accounts.id, people)).orderBy(accounts.id).for('update');
  for (const person of people) await lockRecord(ctx, person);
  const [row] = await ctx.db
    .select()
    .from(merges)
    .where(and(eq(merges.id, id), undoScope(ctx.actor)))
    .for('update');
  if (!row) throw new Problem('conflict', '这次合档由另一个考区办理，请由那个考区或省考办撤销。');
  if (row.state !== 'done') throw new Problem('conflict', '这次合档已经撤销过了。');
  if ((await now(ctx.db)) > row.undoUntil) throw new Problem('merge.tooLate');
  return row;
}

async function refuseBuiltOn(ctx: Signed, row: Row): Promise<void> {
  const { surviving, absorbed, candidate, closed } = row;
  const people = [candidate, ...(closed ? [closed] : [])];
  const later = await ctx.db.$count(
    merges,
    and(
      eq(merges.state, 'done'),
      gt(merges.seq, row.seq),
      or(
        inArray(merges.surviving, [surviving, absorbed]),
        inArray(merges.absorbed, [surviving, absorbed]),
        inArray(merges.candidate, people),
        inArray(merges.closed, people),
      ),
    ),
  );
  if (later) throw new Problem('merge.builtOn', '这名考生后来又办理过合档，请先撤销后来的那一次。');
  const [released] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(inArray(accounts.id, people), isNotNull(accounts.detachedAt)))
    .limit(1);
  if (released)
    throw new Problem(
      'merge.builtOn',
      '合档以后，其中一个账号的身份证号已经释放，账号不能再恢复，请报省考办处理。',
    );
  if (await isSeated(ctx, row))
    throw new Problem('merge.builtOn', '合档以后已按合并的报考编排了座位，请省考办先撤回座次，再撤销合档。');
  if (!sameMark(row.moved.mark, await markOf(ctx, candidate)))
    throw new Problem('merge.builtOn', '合档以后考籍或成绩又有新的记载，不能直接撤销，请报省考办处理。');
}

const told = ({ surviving, absorbed }: Row, reason: string) =>
  `准考证号 ${absorbed} 并入 ${surviving} 的合档已撤销，恢复到合档以前。原因：${reason}`;
