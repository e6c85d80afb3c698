import { eq } from 'drizzle-orm';
import type { Ctx } from '#platform/context';
import { pictures } from './tables.ts';

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** A portrait as it is printed: the copy of the standard's size, else as it was taken. The caller has asked who may see it. */
export async function printedPhoto(ctx: Pick<Ctx, 'db' | 'files'>, id: string): Promise<Buffer | undefined> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, id));
  const bytes = row && (await ctx.files.get(row.normalised ?? row.file));
  // A damaged picture must not keep a whole room from its list: the paper says where to glue one.
  return bytes?.subarray(0, 3).equals(JPEG) ? bytes : undefined;
}
