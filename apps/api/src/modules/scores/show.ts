import type { Given } from '@zikao/contract/endpoint';
import type { getScores as contract } from '@zikao/contract/scores';
import { windowOf } from '#modules/exams';
import type { Signed } from '#platform/context';
import { publications, publishedScores } from './load.ts';

/** 当次成绩 and all others, and until when the 当次 ones can be questioned. */
export async function showScores(ctx: Signed): Promise<Given<typeof contract>> {
  const out = await publications(ctx);
  const [latest] = out;
  return {
    latest: latest
      ? {
          id: latest.id,
          name: latest.name,
          publishedAt: latest.publishedAt.toISOString(),
          recheck: await windowOf(ctx, latest.id, 'recheck'),
        }
      : null,
    sessions: await publishedScores(ctx, ctx.actor.id, out),
  };
}
