import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { getPicture } from '@zikao/contract/candidates';
import type { Signed } from '#platform/context';
import { API } from '#platform/serve';
import { openReading } from './reading.ts';
import { pictures, verifications } from './tables.ts';

/** For 下载我的数据: pictures as links that only their owner can open. */
export async function ownData(ctx: Signed) {
  const { id } = ctx.actor;
  const owned = await ctx.db
    .select()
    .from(pictures)
    .where(eq(pictures.owner, id))
    .orderBy(asc(pictures.at), asc(pictures.id));
  const verified = await ctx.db
    .select({ at: verifications.at, picture: verifications.picture, judgement: verifications.judgement })
    .from(verifications)
    .where(and(eq(verifications.candidate, id), isNotNull(verifications.judgement)))
    .orderBy(asc(verifications.at));
  return {
    pictures: owned.map(({ id: picture, kind, width, height, bytes, atDesk, at, reading }) => ({
      kind,
      link: API + getPicture.path.replace(':id', picture),
      width,
      height,
      bytes,
      atDesk,
      at,
      ...(reading && { read: openReading(ctx, reading).text }),
    })),
    verifications: verified,
  };
}
