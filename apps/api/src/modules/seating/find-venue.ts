import { eq } from 'drizzle-orm';
import { type Reader, venueFacts } from './seats-of.ts';
import { venues } from './tables.ts';

/** A venue as it is printed; whoever shows it has asked whose it is. */
export async function findVenue(ctx: Reader, id: string) {
  const [row] = await ctx.db.select(venueFacts).from(venues).where(eq(venues.id, id));
  return row;
}
