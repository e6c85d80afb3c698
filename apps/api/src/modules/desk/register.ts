import type { registerAtDesk, renewPaperCode as renewal } from '@zikao/contract/desk/endpoints';
import type { MadeAtDesk } from '@zikao/contract/desk/shapes';
import type { Parsed } from '@zikao/contract/endpoint';
import { makeAtDesk, renewPaperCode } from '#modules/identity';
import { emit } from '#platform/act';
import { type Signed, transaction } from '#platform/context';
import { count } from '#platform/limit';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { noteAct } from './acts.ts';
import { noteLook, requirePerson } from './reach.ts';

const MOST_A_DAY = 60;

/** 现场注册, for somebody who cannot receive a code now. */
export async function register(ctx: Signed, { body }: Parsed<typeof registerAtDesk>): Promise<MadeAtDesk> {
  const { papers, ...person } = body;
  const left = await count(ctx, `desk registrations ${ctx.actor.id}`, MOST_A_DAY, 24 * 60 * 60);
  if (left) throw new Problem('desk.tooMany', { retryAfter: left });
  const made = await transaction(ctx, async (ctx) => {
    const { id, code: paperCode, until } = await makeAtDesk(ctx, person);
    await noteLook(ctx, id);
    const act = await noteAct(ctx, { candidate: id, what: 'registration', papers });
    await emit(ctx, 'account.madeAtDesk', { candidate: id });
    await trace(ctx, { subject: `account:${id}`, candidate: id, why: '现场注册' });
    return { id, name: person.name, paperCode, until: until.toISOString(), act };
  });
  ctx.wake();
  return made;
}

/** Another code on paper, for whoever has not entered yet. */
export function renew(ctx: Signed, { params: { id }, body }: Parsed<typeof renewal>): Promise<MadeAtDesk> {
  return transaction(ctx, async (ctx) => {
    const { brief } = await requirePerson(ctx, id);
    const renewed = await renewPaperCode(ctx, id);
    if (!renewed) throw new Problem('conflict', '考生已经登录过，请用“忘记密码”重新设置密码。');
    const act = await noteAct(ctx, { candidate: id, what: 'registration', papers: body.papers });
    await trace(ctx, { subject: `account:${id}`, candidate: id, why: '换发首次登录码' });
    return { id, name: brief.name, paperCode: renewed.code, until: renewed.until.toISOString(), act };
  });
}
