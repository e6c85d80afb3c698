import type { Signed } from '#platform/context';
import { publishedScores } from './load.ts';

/** For 下载我的数据: every published score. */
export async function ownData(ctx: Signed) {
  return { scores: await publishedScores(ctx, ctx.actor.id) };
}
