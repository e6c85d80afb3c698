import { eq } from 'drizzle-orm';
import { isSubmittedPicture } from '#modules/candidates';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { pictures } from './tables.ts';

/** One's own picture, or as an officer one of a submission to the own district. Every view by staff is traced. */
export async function openPicture(ctx: Signed, id: string): Promise<Buffer<ArrayBuffer>> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, id));
  const own = row?.owner === ctx.actor.id;
  if (!row || !(own || (await isSubmittedPicture(ctx, row.owner, id)))) throw new Problem('notFound');
  if (!own) await trace(ctx, { subject: `picture:${id}`, candidate: row.owner });
  return Buffer.from(await ctx.files.get(row.file));
}
