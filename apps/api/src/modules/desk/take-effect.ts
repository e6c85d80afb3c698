import { and, asc, eq, lte, notInArray } from 'drizzle-orm';
import { isEnough } from '@zikao/contract/desk/lifecycle';
import { retractApplications } from '#modules/applications';
import { retractProfile } from '#modules/candidates';
import { retractEnrolments } from '#modules/enrolments';
import { detachAccount, findAccount, replacePhone } from '#modules/identity';
import { act } from '#platform/act';
import { appNow } from '#platform/clock';
import { type Ctx, inBackground, transaction, type Working } from '#platform/context';
import { trace } from '#platform/trace';
import { findPerson } from './reach.ts';
import { openNumbers, type RequestRow } from './seal.ts';
import { secondLookNow } from './stake.ts';
import { deskSubject } from './subject.ts';
import { deskRequests } from './tables.ts';
import { tell } from './tell.ts';

/**
 * Lets take effect what has waited its 24 hours by the database's clock, each in a transaction of its own: a process
 * that dies over one leaves it waiting for the next round, here or elsewhere. Returns how many were settled.
 */
export async function takeEffect(services: Working): Promise<number> {
  const failed: string[] = [];
  for (let done = 0; ;) {
    let id: string | undefined;
    try {
      id = await transaction(inBackground(services), async (ctx) => {
        const row = await nextDue(ctx, failed);
        id = row?.id;
        if (row) await settle(ctx, row);
        return row?.id;
      });
      if (!id) return done;
      done++;
      services.wake();
    } catch (error) {
      // One that cannot be done now, e.g. beside a registration just committing, holds up no other.
      if (!id) throw error;
      failed.push(id);
      services.log.error({ request: id }, 'a request of the desk did not take effect, tried again');
    }
  }
}

async function nextDue(ctx: Ctx, except: readonly string[]): Promise<RequestRow | undefined> {
  const due = and(eq(deskRequests.state, 'waiting'), lte(deskRequests.effectiveAt, appNow));
  const [row] = await ctx.db
    .select()
    .from(deskRequests)
    .where(and(due, except.length ? notInArray(deskRequests.id, [...except]) : undefined))
    .orderBy(asc(deskRequests.effectiveAt), asc(deskRequests.id))
    .limit(1)
    .for('update', { skipLocked: true });
  return row;
}

async function settle(ctx: Ctx, row: RequestRow): Promise<void> {
  const against = (await judgeAgain(ctx, row)) ?? (await apply(ctx, row));
  await act(ctx, deskSubject, against ? 'lapse' : 'takeEffect', row.id, {
    as: 'system',
    set: { endedAt: appNow, endNote: against ?? null },
    ...(against && { note: { text: against } }),
  });
  const [now] = await ctx.db.select().from(deskRequests).where(eq(deskRequests.id, row.id));
  await trace(ctx, {
    action: 'desk.takeEffect',
    subject: `desk:${row.id}`,
    candidate: row.target,
    why: against ?? '期满生效',
  });
  await tell(ctx, now!, now!.state);
}

/** Why it can no longer be done: much may have happened to the account in a day. Undefined: it can. */
async function judgeAgain(ctx: Ctx, row: RequestRow): Promise<string | undefined> {
  const person = await findPerson(ctx, row.target);
  const { idNumber, newPhone } = openNumbers(ctx.keys, row);
  if (!person || person.brief.idNumber !== idNumber) return '这个账号已经停用';
  const { secondLook } = await secondLookNow(ctx, row.kind, person, row.district);
  if (!isEnough(row.secondLook, secondLook))
    return '等待期间，账号的基本信息有了变化，需要更高一级复核，请重新办理';
  if (newPhone && (await findAccount(ctx, { by: 'phone', phone: newPhone })))
    return '新手机号已被另一个账号使用，请换一个号码重新办理';
  return undefined;
}

async function apply(ctx: Ctx, row: RequestRow): Promise<string | undefined> {
  const { oldPhone: from, newPhone: to } = openNumbers(ctx.keys, row);
  if (to) return (await replacePhone(ctx, row.target, { from, to })) ? undefined : '考生已自行更换手机号';
  await retractProfile(ctx, row.target);
  await retractEnrolments(ctx, row.target);
  await retractApplications(ctx, row.target);
  return (await detachAccount(ctx, row.target)) ? undefined : '这个账号已经停用';
}
