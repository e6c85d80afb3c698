import type { Signed } from '#platform/context';
import { listOwn } from './owner.ts';

/** For 下载我的数据: what desks asked for about the account. */
export async function ownData(ctx: Signed) {
  return { officeRequests: (await listOwn(ctx)).items };
}
