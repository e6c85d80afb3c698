import { eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { pictures } from './tables.ts';

/** A portrait as it is printed: the copy of the standard's size, else as it was taken. The caller has asked who may see it. */
export async function printedPhoto(ctx: Pick<Ctx, 'db' | 'files'>, id: string): Promise<Buffer | undefined> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, id));
  return row && ctx.files.get(row.normalised ?? row.file);
}
