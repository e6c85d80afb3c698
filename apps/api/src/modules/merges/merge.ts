import { inArray, sql } from 'drizzle-orm';
import type { Given, Parsed } from '@zikao/contract/endpoint';
import { type mergeNumbers as contract, UNDO_DAYS } from '@zikao/contract/merges';
import { joinApplications } from '#modules/applications';
import { joinDocuments } from '#modules/documents';
import { joinEnrolments } from '#modules/enrolments';
import { joinNumbers, lockNumbers } from '#modules/identity';
import { lockRecord } from '#modules/records';
import { emit } from '#platform/act';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { accounts } from '#tables/identity';
import { getPair } from './compare.ts';
import { lockBelongings, setAside } from './conflicts.ts';
import { markOf } from './mark.ts';
import type { Moved } from './moved.ts';
import { obstacle } from './obstacle.ts';
import type { Owned } from './owners.ts';
import { merges } from './tables.ts';
import { getMergeView } from './view.ts';

type Body = Parsed<typeof contract>['body'];

/**
 * 合档, all or nothing: the absorbed number becomes an alias, the account that is not kept closes, and all it had is the
 * other's. Both numbers, accounts and records are held, so that officers who merge the same pair take turns and the
 * second is refused; a publication of scores goes before or after.
 */
export async function mergeNumbers(
  ctx: Signed,
  { body }: Parsed<typeof contract>,
): Promise<Given<typeof contract>> {
  const view = await transaction(ctx, async (ctx) => getMergeView(ctx, await mergeLocked(ctx, body)));
  ctx.wake();
  return view;
}

async function mergeLocked(ctx: Signed, body: Body): Promise<string> {
  const { surviving, absorbed, account, kept, reason } = body;
  await lockNumbers(ctx, [surviving, absorbed]);
  const pair = await getPair(ctx, surviving, absorbed);
  const blocked = obstacle(ctx, pair);
  if (blocked) throw new Problem('merge.impossible', blocked);
  const { stays, closed } = choose(pair, account);
  if (stays.elsewhere)
    throw new Problem('merge.impossible', '保留的账号属于其他考区，请由那个考区或省考办办理。');
  const candidate = stays.account!.id;
  const people = [candidate, ...(closed ? [closed] : [])].toSorted();
  // Whoever writes something new under one of the accounts holds its row: wait for them, and keep the next ones out.
  await ctx.db.select().from(accounts).where(inArray(accounts.id, people)).orderBy(accounts.id).for('update');
  for (const person of people) await lockRecord(ctx, person);
  const has = await lockBelongings(ctx, pair);
  const aside = setAside(has, kept);
  const numbers = await joinNumbers(ctx, { surviving, absorbed, candidate, closed });
  const moved: Moved = {
    numbers,
    enrolments: await joinEnrolments(ctx, candidate, has.enrolments, aside.enrolments),
    applications: await joinApplications(ctx, candidate, has.applications, aside.applications),
    documents: closed ? await joinDocuments(ctx, { from: closed, to: candidate }) : [],
    mark: await markOf(ctx, candidate),
  };
  const other = pair.find((one) => one !== stays)!;
  const [row] = await ctx.db
    .insert(merges)
    .values({
      surviving,
      absorbed,
      candidate,
      closed: closed ?? null,
      district: stays.district,
      otherDistrict: other.district,
      moved,
      reason,
      by: ctx.actor.id,
      undoUntil: sql`app_now() + make_interval(days => ${UNDO_DAYS})`,
    })
    .returning({ id: merges.id });
  await trace(ctx, {
    subject: `merge:${row!.id}`,
    candidate,
    why: `${absorbed} 并入 ${surviving}：${reason}`,
  });
  await emit(ctx, 'merge.done', { candidate, message: told(body) });
  return row!.id;
}

/** Whose account goes on; undefined `closed`: there is only one. */
function choose([one, two]: readonly [Owned, Owned], account: string) {
  const stays = [one, two].find(({ row }) => row.number === account);
  if (!stays?.account) throw new Problem('merge.impossible', '请选择已注册的账号作为保留的账号。');
  const other = stays === one ? two : one;
  const closed = other.account?.id === stays.account.id ? undefined : other.account?.id;
  return { stays, closed };
}

const told = ({ surviving, absorbed }: Body) =>
  `考区已为您办理合档：保留准考证号 ${surviving}，原准考证号 ${absorbed} 并入其中，用原号仍能查到您。两个号的合格成绩已合在一起，同一门课程取最高分。请到“查询 - 合格成绩”核对，有疑问请在 ${UNDO_DAYS} 天内与考区联系。`;
