import type { PhotoProfile } from '@zikao/contract/measures';
import { Problem } from '#platform/problem';
import type { Reader } from './current-session.ts';
import { province } from './tables.ts';

/** Which province this is; undefined before the seed. */
export async function findProvince(ctx: Reader): Promise<typeof province.$inferSelect | undefined> {
  const [row] = await ctx.db.select().from(province);
  return row;
}

/** The province's photo standard. */
export async function photoProfile(ctx: Reader): Promise<PhotoProfile> {
  const row = await findProvince(ctx);
  if (!row) throw new Problem('notFound', '照片标准还没有设置。');
  return row.photoProfile;
}
