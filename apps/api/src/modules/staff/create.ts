import type { Parsed } from '@zikao/contract/endpoint';
import type { createStaff as endpoint } from '@zikao/contract/staff';
import { makeStaff } from '#modules/identity';
import { type Signed, transaction } from '#platform/context';
import { hashPassword } from '#platform/crypto';
import { trace } from '#platform/trace';
import { holdStaff } from './deal.ts';
import { positionText, requireDistrict } from './position.ts';
import { given, temporaryPassword } from './temporary-password.ts';

/** A new account, with a temporary password. */
export async function createStaff(ctx: Signed, { body }: Parsed<typeof endpoint>) {
  const { role, name, username, reason } = body;
  const district = await requireDistrict(ctx, body.district);
  const password = temporaryPassword();
  const passwordHash = await hashPassword(password);
  return transaction(ctx, async (ctx) => {
    await holdStaff(ctx);
    const row = await makeStaff(ctx, { role, name, username, district, passwordHash });
    const position = await positionText(ctx, { role, district });
    await trace(ctx, { subject: `account:${row.id}`, why: `新建 ${username}（${position}）：${reason}` });
    return given(ctx, row, password);
  });
}
