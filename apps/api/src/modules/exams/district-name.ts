import { eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { districts } from './tables.ts';

/** A district by name; the code where the catalogue does not know it. */
export async function districtName({ db }: Pick<Ctx, 'db'>, code: string): Promise<string> {
  const [row] = await db.select({ name: districts.name }).from(districts).where(eq(districts.code, code));
  return row?.name ?? code;
}
