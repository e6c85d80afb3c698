import { randomUUID } from 'node:crypto';
import type { requestPhoneChange, requestRelease } from '@zikao/contract/desk/endpoints';
import { type DeskKind, MOST_REQUESTS_A_DAY } from '@zikao/contract/desk/lifecycle';
import type { DeskRequest } from '@zikao/contract/desk/shapes';
import type { Parsed } from '@zikao/contract/endpoint';
import { findAccount, redeemCode, wrongCode } from '#modules/identity';
import { type Signed, transaction } from '#platform/context';
import { count } from '#platform/limit';
import { invalid, Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { noteAct } from './acts.ts';
import { UNDO_TIME } from './effective.ts';
import { requireNoOpen } from './open.ts';
import { findPerson, type Person, requirePerson } from './reach.ts';
import { sealNumbers, undoCodeOf, undoIndex } from './seal.ts';
import { secondLookNow } from './stake.ts';
import { deskRequests } from './tables.ts';
import { tell } from './tell.ts';
import { view } from './view.ts';

/** 更换手机号 for somebody whose old number no longer works. The new one is proved by a code read out at the desk. */
export async function changePhone(
  ctx: Signed,
  { params: { id }, body }: Parsed<typeof requestPhoneChange>,
): Promise<DeskRequest> {
  const { phone, code, papers, reason } = body;
  const person = await requirePerson(ctx, id);
  if (person.brief.phone === phone) throw invalid('phone', '新手机号与现在的手机号相同');
  await requireNoOpen(ctx, id);
  if (await findAccount(ctx, { by: 'phone', phone })) throw new Problem('registration.phoneTaken');
  await countRequest(ctx);
  if (!(await redeemCode(ctx, { purpose: 'desk', phone, code }))) throw wrongCode();
  return begin(ctx, 'phone', person, { papers, reason, newPhone: phone });
}

/** 身份证号被占用: says nothing about who has it, whichever district they belong to. */
export async function release(ctx: Signed, { body }: Parsed<typeof requestRelease>): Promise<DeskRequest> {
  const { idNumber, papers, reason } = body;
  await countRequest(ctx);
  const id = await findAccount(ctx, { by: 'idNumber', idNumber });
  const person = id && (await findPerson(ctx, id));
  if (!person) throw new Problem('desk.notTaken');
  if (person.brief.idNumber !== idNumber)
    throw new Problem('conflict', '这个身份证号属于一名已合档的考生，不能在这里释放，请联系省考办。');
  return begin(ctx, 'release', person, { papers, reason });
}

/** Refused requests count as well: asking costs, whatever the answer. */
async function countRequest(ctx: Signed): Promise<void> {
  const left = await count(ctx, `desk requests ${ctx.actor.id}`, MOST_REQUESTS_A_DAY, 24 * 60 * 60);
  if (left) throw new Problem('desk.tooMany', { retryAfter: left });
}

interface Asked {
  papers: string[];
  reason: string;
  newPhone?: string;
}

/** One open request per account and per new number, by constraint: of two desks at once one gets it. */
async function begin(
  ctx: Signed,
  kind: DeskKind,
  person: Person,
  { papers, reason, newPhone }: Asked,
): Promise<DeskRequest> {
  const { brief } = person;
  const district = ctx.actor.district!;
  const id = randomUUID();
  const answer = await transaction(ctx, async (ctx) => {
    const look = await secondLookNow(ctx, kind, person, district);
    const waits = look.secondLook === 'nobody';
    const numbers = { idNumber: brief.idNumber, oldPhone: brief.phone, ...(newPhone && { newPhone }) };
    const [row] = await ctx.db
      .insert(deskRequests)
      .values({
        id,
        kind,
        state: waits ? 'waiting' : 'confirming',
        target: brief.id,
        district,
        by: ctx.actor.id,
        byName: ctx.actor.name,
        reason,
        papers,
        ...look,
        ...(waits && { effectiveAt: UNDO_TIME }),
        ...sealNumbers(ctx.keys, numbers),
        undoIndex: undoIndex(ctx.keys, undoCodeOf(ctx.keys, id)),
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new Problem('desk.open');
    await noteAct(ctx, { candidate: brief.id, what: kind, papers, request: id });
    await trace(ctx, { subject: `desk:${id}`, candidate: brief.id, why: reason });
    await tell(ctx, row, waits ? 'waiting' : 'confirming');
    return view(ctx, row);
  });
  ctx.wake();
  return answer;
}
