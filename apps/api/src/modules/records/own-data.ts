import type { Signed } from '#platform/context';
import { showRecord } from './show-record.ts';

/** For 下载我的数据: the whole 考籍档案, what no longer counts included. */
export async function ownData(ctx: Signed) {
  return { record: await showRecord(ctx, ctx.actor.id) };
}
