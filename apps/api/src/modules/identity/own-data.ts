import type { Signed } from '#platform/context';
import { listDevices } from './devices.ts';
import { getAccount } from './get-account.ts';
import { listAccess } from './list-access.ts';
import { phoneOf } from './phone-of.ts';

/** For 下载我的数据: the account, where it is signed in, who looked. */
export async function ownData(ctx: Signed) {
  const account = await getAccount(ctx);
  return {
    account: { ...account, maskedPhone: undefined, phone: await phoneOf(ctx, ctx.actor.id) },
    devices: (await listDevices(ctx)).items,
    access: (await listAccess(ctx, { limit: 1000 })).items,
  };
}
