import type { Ctx } from '#platform/context';
import { province } from './tables.ts';

/** Which province this is; undefined only before the seed. */
export async function findProvince({ db }: Pick<Ctx, 'db'>) {
  const [row] = await db.select().from(province);
  return row;
}
