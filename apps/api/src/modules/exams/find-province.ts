import type { PhotoProfile } from '@zikao/contract/measures';
import type { Ctx } from '#platform/context';
import { Problem } from '#platform/problem';
import { province } from './tables.ts';

type Has = Pick<Ctx, 'db'>;

/** Which province this is; undefined only before the seed. */
export async function findProvince({ db }: Has) {
  const [row] = await db.select().from(province);
  return row;
}

/** The province's photo standard. */
export async function photoProfile(ctx: Has): Promise<PhotoProfile> {
  const row = await findProvince(ctx);
  if (!row) throw new Problem('notFound');
  return row.photoProfile;
}
