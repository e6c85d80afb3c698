import type { Staff } from '@zikao/contract/staff';
import { endSessions } from '#modules/identity';
import { type Signed, transaction } from '#platform/context';
import { hashPassword } from '#platform/crypto';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { dealWith, holdStaff, type Outcome } from './deal.ts';
import { given, temporaryPassword } from './temporary-password.ts';
import { getStaffRow, staffView } from './view.ts';

/** Out at once, and nothing of theirs takes effect any more. */
export async function deactivate(ctx: Signed, id: string, reason: string): Promise<Staff> {
  const row = await dealWith(ctx, id, 'deactivate', () => ({
    set: { active: false },
    why: `停用：${reason}`,
    end: 'deactivated',
  }));
  return staffView(ctx, row);
}

/** The phone with the authenticator is lost: the next sign-in sets up another. */
export async function resetTotp(ctx: Signed, id: string, reason: string): Promise<Staff> {
  const row = await dealWith(ctx, id, 'resetTotp', () => ({
    set: { forgetTotp: true },
    why: `重置动态口令：${reason}`,
    end: 'changed',
  }));
  return staffView(ctx, row);
}

export const resetPassword = (ctx: Signed, id: string, reason: string) =>
  giveNewPassword(ctx, id, 'resetPassword', { why: `重置密码：${reason}`, end: 'changed' });

/** Back in, with a temporary password: who knew the old one is not asked. */
export const reactivate = (ctx: Signed, id: string, reason: string) =>
  giveNewPassword(ctx, id, 'reactivate', { set: { active: true }, why: `重新启用：${reason}` });

async function giveNewPassword(
  ctx: Signed,
  id: string,
  action: 'resetPassword' | 'reactivate',
  { set, ...outcome }: Outcome,
) {
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  const row = await dealWith(ctx, id, action, () => ({ set: { ...set, passwordHash }, ...outcome }));
  return given(ctx, row, password);
}

/** Signs somebody out everywhere, or on one device (`session`), where the cases in work elsewhere stay theirs. */
export async function signOutStaff(
  ctx: Signed,
  id: string,
  { reason, session }: { reason: string; session?: string | undefined },
): Promise<Staff> {
  if (!session) {
    const why = `退出全部登录：${reason}`;
    return staffView(ctx, await dealWith(ctx, id, 'signOut', () => ({ why, end: 'signedOut' })));
  }
  return transaction(ctx, async (ctx) => {
    await holdStaff(ctx);
    const row = await getStaffRow(ctx, id);
    if (id === ctx.actor.id) throw new Problem('staff.self');
    if (!(await endSessions(ctx, id, 'signedOut', session))) throw new Problem('notFound');
    await trace(ctx, { subject: `account:${id}`, why: `退出一台设备的登录：${reason}` });
    return staffView(ctx, row);
  });
}
